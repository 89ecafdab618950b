package io.boxfit.search.article;

import io.boxfit.core.box.BoxFormat;
import io.boxfit.search.study.MainEffect;
import io.boxfit.search.study.Study;
import io.boxfit.search.trial.Trial;
import io.boxfit.search.trial.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What went wrong in the article.
 *
 * <p>At half size the factors that were under suspicion are crossed: every optimiser with every
 * loss and head, and initialisers laid over them as a Latin square, so that every two levels of
 * every two factors meet equally often (an orthogonal array of 18 cells for 3 x 3 x 3 x 2, of
 * strength 2). Then one thing at a time is changed in a training that learns. At full size the
 * cells that decide are trained, and two candidates for the smallest change for as long as the
 * article trained.
 */
public final class ArticleStudy {
  private static final String GUARDED = "guardedLnIou";
  private static final String MSE = "mse";
  private static final String CIOU = "ciou";
  private static final String ADAM = "adam";
  private static final String ADADELTA = "adadelta";
  private static final String GLOROT = "glorotUniform";
  private static final String UNIFORM = "randomUniform";
  private static final String HE = "heNormal";

  private static final String CROSSED = "crossed, half size";

  private static final Cell LEARNING = Cell.STORY.loss(MSE).optimizer(ADAM, 0.001);
  private static final Cell FULL_STEP = Cell.STORY.loss(MSE).optimizer(ADADELTA, 1);
  private static final Cell SMALLER_STEP = Cell.STORY.loss(MSE).optimizer(ADAM, 0.0003);

  private ArticleStudy() {}

  /** The plan. */
  public static Study plan(Budget budget) {
    List<Trial> trials = new ArrayList<>();
    add(trials, endingAtOnce(), cell -> cell.atHalfSize("as told, half size", budget.atOnce()));
    add(trials, crossed(), cell -> cell.atHalfSize(CROSSED, budget.screening()));
    add(trials, oneChange(), cell -> cell.atHalfSize("one change, half size", budget.oneChange()));
    add(trials, List.of(Cell.STORY), cell -> cell.atFullSize("as told", budget.told()));
    add(trials, deciding(), cell -> cell.atFullSize("full size", budget.deciding()));
    add(trials, confirming(), cell -> cell.atFullSize("all epochs", budget.confirming()));
    add(trials, longer(), cell -> cell.atHalfSize("all epochs, half size", budget.longer()));
    return new Study("article-" + budget.key(), trials);
  }

  /** What each suspect does, over all the others, in the stage where they are crossed. */
  public static List<MainEffect> effects(Study study, Map<String, TrialResult> results) {
    List<List<String>> suspects =
        List.of(
            List.of("initialiser"),
            List.of("optimiser", "learningRate"),
            List.of("loss"),
            List.of("head"));
    return MainEffect.of(study, results, CROSSED, suspects);
  }

  private static void add(List<Trial> to, List<Cell> cells, Function<Cell, List<Trial>> trials) {
    cells.forEach(cell -> to.addAll(trials.apply(cell)));
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
    List<UnaryOperator<Cell>> optimizers =
        List.of(
            cell -> cell.optimizer(ADADELTA, 0.001),
            cell -> cell.optimizer(ADADELTA, 1),
            cell -> cell.optimizer(ADAM, 0.001));
    List<String> losses = List.of(GUARDED, MSE, CIOU);
    List<BoxFormat> heads = List.of(BoxFormat.XYXY, BoxFormat.CXCYWH);
    List<String> initializers = List.of(GLOROT, UNIFORM, HE);
    List<Cell> cells = new ArrayList<>();
    for (int o = 0; o < optimizers.size(); o++) {
      for (int l = 0; l < losses.size(); l++) {
        for (int h = 0; h < heads.size(); h++) {
          Cell cell = Cell.STORY.loss(losses.get(l)).head(heads.get(h));
          String initializer = initializers.get((o + l + h) % initializers.size());
          cells.add(optimizers.get(o).apply(cell.initializer(initializer)));
        }
      }
    }
    return cells;
  }

  private static List<Cell> oneChange() {
    return List.of(
        LEARNING,
        LEARNING.initializer(UNIFORM),
        LEARNING.initializer(HE),
        LEARNING.initializer("zeros"),
        SMALLER_STEP,
        LEARNING.optimizer("sgd", 0.1),
        LEARNING.loss("smoothL1"),
        LEARNING.loss("iou"),
        LEARNING.loss("negativeIou"),
        LEARNING.loss("giou"),
        LEARNING.head(BoxFormat.CXCYWH),
        LEARNING.head(BoxFormat.CXCYWH).loss("giou"),
        LEARNING.body(Body.NO_DROPOUT),
        LEARNING.body(Body.WIDE),
        LEARNING.body(Body.FEW_PLACES));
  }

  private static List<Cell> deciding() {
    return List.of(
        Cell.STORY.loss(GUARDED), Cell.STORY.loss(MSE), FULL_STEP, LEARNING, SMALLER_STEP);
  }

  private static List<Cell> confirming() {
    return List.of(FULL_STEP, SMALLER_STEP);
  }

  private static List<Cell> longer() {
    return List.of(
        FULL_STEP,
        LEARNING,
        LEARNING.body(Body.NO_DROPOUT),
        LEARNING.body(Body.WIDE),
        LEARNING.body(Body.FEW_PLACES),
        LEARNING.loss(CIOU).head(BoxFormat.CXCYWH));
  }
}
