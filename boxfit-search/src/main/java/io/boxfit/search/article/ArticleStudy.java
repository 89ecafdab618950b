package io.boxfit.search.article;

import io.boxfit.core.box.BoxFormat;
import io.boxfit.search.study.Study;
import io.boxfit.search.trial.Trial;
import java.util.ArrayList;
import java.util.List;

/**
 * What went wrong in the article: its own training, one change at a time, then the changes that
 * matter crossed with each other, at half size; and at full size the cells that decide.
 */
public final class ArticleStudy {
  private static final String MSE = "mse";
  private static final String ADAM = "adam";
  private static final String ADADELTA = "adadelta";
  private static final String UNIFORM = "randomUniform";

  private ArticleStudy() {}

  /** The plan. */
  public static Study plan(Budget budget) {
    List<Trial> trials = new ArrayList<>();
    for (Cell cell : endingAtOnce()) {
      trials.addAll(cell.atHalfSize(budget.halfSize(), budget.cheapStarts()));
    }
    for (Cell cell : crossed()) {
      trials.addAll(cell.atHalfSize(budget.halfSize(), budget.halfSize().starts()));
    }
    for (Cell cell : deciding()) {
      trials.addAll(cell.atFullSize(budget.fullSize()));
    }
    return new Study("article-" + budget.key(), trials);
  }

  /** The article's own loss: one disjoint pair in a batch, and all weights are no numbers. */
  private static List<Cell> endingAtOnce() {
    Cell story = Cell.STORY;
    return List.of(
        story,
        story.initializer(UNIFORM),
        story.optimizer(ADADELTA, 1),
        story.optimizer(ADAM, 0.001),
        story.head(BoxFormat.CXCYWH));
  }

  private static List<Cell> crossed() {
    Cell guarded = Cell.STORY.loss("guardedLnIou");
    Cell mse = Cell.STORY.loss(MSE);
    Cell learning = mse.optimizer(ADAM, 0.001);
    return List.of(
        guarded,
        guarded.optimizer(ADADELTA, 1),
        guarded.optimizer(ADAM, 0.001),
        guarded.optimizer(ADAM, 0.001).head(BoxFormat.CXCYWH),
        mse,
        mse.optimizer(ADADELTA, 1),
        learning,
        learning.initializer(UNIFORM),
        learning.initializer("heNormal"),
        learning.initializer("zeros"),
        learning.head(BoxFormat.CXCYWH),
        learning.loss("smoothL1"),
        learning.loss("iou"),
        learning.loss("negativeIou"),
        learning.loss("giou"),
        learning.loss("giou").head(BoxFormat.CXCYWH),
        learning.loss("ciou"),
        learning.loss("ciou").head(BoxFormat.CXCYWH));
  }

  private static List<Cell> deciding() {
    return List.of(
        Cell.STORY,
        Cell.STORY.loss("guardedLnIou"),
        Cell.STORY.loss(MSE).optimizer(ADADELTA, 1),
        Cell.STORY.loss(MSE).optimizer(ADAM, 0.001));
  }
}
