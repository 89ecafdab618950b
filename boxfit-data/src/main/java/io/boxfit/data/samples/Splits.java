package io.boxfit.data.samples;

import io.boxfit.core.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pictures of a folder in three parts that share nothing.
 *
 * @param train to learn from
 * @param validation to watch the training with, perhaps none
 * @param test for the final figures
 * @param rule how they were parted, one sentence
 */
public record Splits(
    List<LocatedPicture> train,
    List<LocatedPicture> validation,
    List<LocatedPicture> test,
    String rule) {

  /** Copies the lists. */
  public Splits {
    train = List.copyOf(train);
    validation = List.copyOf(validation);
    test = List.copyOf(test);
  }

  /**
   * Parts pictures.
   *
   * @param validationShare of the training pictures, kept back where the set has no list for that
   * @throws BadInputException if nothing is left to train with or to test on
   */
  public static Splits of(List<LocatedPicture> pictures, SplitRule rule, double validationShare) {
    boolean own = rule.isOwn(pictures);
    boolean ownTest = has(pictures, "test");
    boolean ownValidation = has(pictures, "val") && ownTest;
    List<LocatedPicture> train = new ArrayList<>();
    List<LocatedPicture> validation = new ArrayList<>();
    List<LocatedPicture> test = new ArrayList<>();
    int unlisted = 0;
    for (LocatedPicture picture : pictures) {
      String part = picture.part().orElse("");
      if (own && part.isEmpty()) {
        unlisted++;
      } else if (own ? isTest(part, ownTest) : isBelow("test", rule, picture, rule.testShare())) {
        test.add(picture);
      } else if (isValidation(part, own && ownValidation, rule, picture, validationShare)) {
        validation.add(picture);
      } else {
        train.add(picture);
      }
    }
    String said = own ? "by the set's own lists" : words(rule);
    if (unlisted > 0) {
      said += "; pictures in none of them are left out: " + unlisted;
    }
    require(train, "to train with", said);
    require(test, "to test on", said);
    return new Splits(train, validation, test, said);
  }

  /**
   * The part of that name.
   *
   * @throws BadInputException if there is none
   */
  public List<LocatedPicture> part(String name) {
    return switch (name) {
      case "train" -> train;
      case "validation" -> validation;
      case "test" -> test;
      default ->
          throw new BadInputException(
              "unknown split '" + name + "': splits are train, validation, test");
    };
  }

  private static boolean has(List<LocatedPicture> pictures, String part) {
    return pictures.stream().anyMatch(picture -> picture.part().equals(Optional.of(part)));
  }

  /** Sets with two lists call the other one val or test, and mean the same. */
  private static boolean isTest(String part, boolean ownTest) {
    return ownTest ? part.equals("test") : part.equals("val");
  }

  private static boolean isValidation(
      String part, boolean listed, SplitRule rule, LocatedPicture picture, double share) {
    return listed ? part.equals("val") : isBelow("validation", rule, picture, share);
  }

  private static boolean isBelow(
      String salt, SplitRule rule, LocatedPicture picture, double share) {
    return SplitRule.place(salt, rule.key(picture)) < share;
  }

  private static String words(SplitRule rule) {
    boolean groups = rule.groupBy().isPresent() && rule.kind() != SplitRule.Kind.HASH;
    return groups ? "by groups of names" : "by the hash of each picture's content";
  }

  private static void require(List<LocatedPicture> part, String what, String rule) {
    if (part.stream().noneMatch(LocatedPicture::isPresent)) {
      throw new BadInputException(
          "no picture is left "
              + what
              + " after the split "
              + rule
              + "; choose another --split or test share");
    }
  }
}
