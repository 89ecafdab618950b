package io.boxfit.bench.doctor;

import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.Recipes;
import java.util.ArrayList;
import java.util.List;

/**
 * A training that works: letters at half size, one epoch, one thread.
 *
 * @param name in tables
 * @param known whether an earlier state of this benchmark had shown it
 * @param options on top of what its ward's trainings have in common
 */
public record Base(String name, boolean known, List<String> options) {
  private static final String ARTICLE = "network=article-half";
  private static final String SMALL_STEPS = "optimizer={name: adam, learningRate: 0.0003}";
  private static final String ADAM = "optimizer={name: adam, learningRate: 0.001}";

  private static final List<String> COMMON =
      List.of(
          "data.preset=story-half",
          "input={width: 100, height: 50}",
          "data.trainCount=12000",
          "data.validationShare=0.02",
          "data.testCount=500",
          "epochs=1",
          "threads=1");

  /** The article's network, at half size. */
  public static final Base ARTICLE_NETWORK =
      of("article's network, mse, Adam", ARTICLE, "loss=mse", SMALL_STEPS);

  /** Two strided convolutions and two dense layers, four sides through a sigmoid. */
  public static final Base STRIDED =
      of("strided network, mse, Adam", strided("sigmoid", "xyxy", ""), "loss=mse", ADAM);

  /** That of a name in tables. */
  public static Base named(String name) {
    return all().stream().filter(base -> base.name().equals(name)).findFirst().orElseThrow();
  }

  /** All, each of another kind. */
  static List<Base> all() {
    String centre = strided("sigmoid", "cxcywh", "");
    String sides = strided("sigmoid", "xyxy", "");
    return List.of(
        ARTICLE_NETWORK,
        STRIDED,
        of("article's network, mse, Adadelta", ARTICLE, "loss=mse", adadelta(1)),
        of("article's network, smooth L1, Adam", ARTICLE, "loss=smoothL1", SMALL_STEPS),
        of("strided network, GIoU on centre and size, Adam", centre, "loss=giou", ADAM),
        of("strided network, CIoU on centre and size, Adam", centre, "loss=ciou", SMALL_STEPS),
        of(
            "strided network, batch norm, mse, Adam",
            strided("sigmoid", "xyxy", "batchNorm, "),
            "loss=mse",
            ADAM),
        of(
            "strided network, no activation at the end, mse, Adam",
            strided("linear", "xyxy", ""),
            "loss=mse",
            ADAM),
        of(
            "strided network, mse, RMSprop",
            sides,
            "loss=mse",
            "optimizer={name: rmsProp, learningRate: 0.0005}"),
        of(
            "strided network, L1, AdamW",
            sides,
            "loss=l1",
            "optimizer={name: adamW, learningRate: 0.001}"),
        of(
            "strided network, Huber, Nadam",
            sides,
            "loss=huber",
            "optimizer={name: nadam, learningRate: 0.0005}"),
        of(
            "strided network, mse, SGD with momentum",
            sides,
            "loss=mse",
            "optimizer={name: sgd, learningRate: 0.1, momentum: 0.9}"),
        of(
            "strided network of ReLUs, no activation at the end, Huber, Adam",
            strided("linear", "xyxy", "").replace("{leakyRelu: {slope: 0.2}}", "relu"),
            "loss=huber",
            ADAM),
        of(
            "strided network, centre and size in pixels, L1, Adam",
            strided("linear", "cxcywh", "").replace("relative", "pixels"),
            "loss=l1",
            ADAM),
        of(
            "pooled network of ReLUs, smooth L1, AdamW",
            "network=[{conv2d: {filters: 8, kernel: 3}}, relu, {maxPool2d: {kernel: 2, stride: 2}}, {conv2d: {filters: 16, kernel:"
                + " 3}}, relu, {maxPool2d: {kernel: 2, stride: 2}}, flatten, {dense: {units: 64}}, relu, {dense: {units: 4}},"
                + " sigmoid, {boxHead: {format: xyxy, unit: relative}}]",
            "loss=smoothL1",
            "optimizer={name: adamW, learningRate: 0.001}"),
        of(
            "strided network on full-size letters, mse, Adam",
            strided("sigmoid", "xyxy", "").replace("kernel: 5, stride: 2", "kernel: 5, stride: 4"),
            "data.preset=story",
            "input={width: 200, height: 100}",
            "loss=mse",
            ADAM),
        of(
            "strided network, batches of 64, mse, Adam",
            sides,
            "batchSize=64",
            "loss=mse",
            "optimizer={name: adam, learningRate: 0.002}"),
        of(
            "strided network, dropout of 0.2, mse, Adam",
            strided("sigmoid", "xyxy", "").replace("flatten", "flatten, {dropout: {share: 0.2}}"),
            "loss=mse",
            ADAM));
  }

  private static Base of(String name, String... options) {
    return new Base(name, true, List.of(options));
  }

  Half half() {
    return known ? Half.SET : Half.REPORTED;
  }

  public static String adadelta(double rate) {
    return "optimizer={name: adadelta, learningRate: " + rate + "}";
  }

  /** The strided network with another end, and something between its convolutions. */
  public static String strided(String output, String format, String between) {
    return "network=[{conv2d: {filters: 8, kernel: 5, stride: 2}}, "
        + between
        + "{leakyRelu: {slope: 0.2}}, {conv2d: {filters: 16, kernel: 3, stride: 2}}, "
        + between
        + "{leakyRelu: {slope: 0.2}}, flatten, {dense: {units: 64}}, {leakyRelu: {slope: 0.2}},"
        + " {dense: {units: 4}}, "
        + output
        + ", {boxHead: {format: "
        + format
        + ", unit: relative}}]";
  }

  /**
   * The recipe from one start.
   *
   * @param change on top
   */
  public Recipe recipe(long seed, List<String> change) {
    List<String> all = new ArrayList<>(options);
    all.addAll(change);
    return recipe(all, seed);
  }

  /**
   * A recipe of letters from one start.
   *
   * @param settings on top of what all have in common
   */
  static Recipe recipe(List<String> settings, long seed) {
    List<String> all = new ArrayList<>(COMMON);
    all.addAll(settings);
    all.add("seed=" + seed);
    return Recipes.load("article", all);
  }
}
