package io.boxfit.doctor.rule;

import java.util.List;

/** All rules. */
public final class Rules {
  private Rules() {}

  /** Those that see. */
  public static List<Rule> symptoms() {
    return List.of(
        new NotANumber(),
        new BlindNetwork(),
        new StaysBehind(),
        new StillBox(),
        new OneAxis(),
        new InvalidBoxes(),
        new LittleFollows(),
        new NoSkill(),
        new DeadGradient(),
        new NoWayWorks(),
        new EmptyAccuracy());
  }

  /** Those that explain. */
  public static List<Rule> causes() {
    return List.of(
        new AnotherWay(),
        new ShiftedRows(),
        new WrongReading(),
        new ShuffledTruth(),
        new BrokenSamples(),
        new MissingBoxes(),
        new BroadcastTargets(),
        new GradientsKept(),
        new MixedSamples(),
        new NotTrained(),
        new SameSamples(),
        new OtherNumbers(),
        new OtherwiseInUse(),
        new WorseWhereTrained(),
        new WeightDecay(),
        new LossTurnsNan(),
        new ImpossibleLoss(),
        new UpsideDown(),
        new Scales(),
        new ZeroStart(),
        new FirstWeights(),
        new SoftmaxOutput(),
        new DeadOutput(),
        new OutputSlope(),
        new OptimizerDefault(),
        new LearningRateTooHigh(),
        new LearningRateTooLow(),
        new DeadUnits(),
        new DropoutTooHigh(),
        new HeadTooSmall(),
        new LostPosition(),
        new OtherModes(),
        new BatchNormStatistics(),
        new NoPull(),
        new FillsPicture(),
        new SaturatedOutput(),
        new GradientFlow(),
        new TooLittleData(),
        new MirroredAlone(),
        new TruthMismatch(),
        new OtherStarts(),
        new Unfinished(),
        new Overfitting(),
        new TooFewSamples());
  }
}
