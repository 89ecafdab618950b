package io.boxfit.doctor;

import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.data.BrokenSamples;
import io.boxfit.doctor.rule.data.MirroredAlone;
import io.boxfit.doctor.rule.data.MissingBoxes;
import io.boxfit.doctor.rule.data.SameSamples;
import io.boxfit.doctor.rule.data.Scales;
import io.boxfit.doctor.rule.data.TooFewSamples;
import io.boxfit.doctor.rule.data.TooLittleData;
import io.boxfit.doctor.rule.data.TruthMismatch;
import io.boxfit.doctor.rule.data.WorseWhereTrained;
import io.boxfit.doctor.rule.network.BatchNormStatistics;
import io.boxfit.doctor.rule.network.DeadOutput;
import io.boxfit.doctor.rule.network.DeadUnits;
import io.boxfit.doctor.rule.network.DropoutTooHigh;
import io.boxfit.doctor.rule.network.FirstWeights;
import io.boxfit.doctor.rule.network.GradientFlow;
import io.boxfit.doctor.rule.network.HeadTooSmall;
import io.boxfit.doctor.rule.network.LostPosition;
import io.boxfit.doctor.rule.network.MixedSamples;
import io.boxfit.doctor.rule.network.OtherModes;
import io.boxfit.doctor.rule.network.OutputSlope;
import io.boxfit.doctor.rule.network.SaturatedOutput;
import io.boxfit.doctor.rule.network.SoftmaxOutput;
import io.boxfit.doctor.rule.network.ZeroStart;
import io.boxfit.doctor.rule.reading.AnotherWay;
import io.boxfit.doctor.rule.reading.ImpossibleLoss;
import io.boxfit.doctor.rule.reading.OtherNumbers;
import io.boxfit.doctor.rule.reading.OtherwiseInUse;
import io.boxfit.doctor.rule.reading.ShiftedRows;
import io.boxfit.doctor.rule.reading.ShuffledTruth;
import io.boxfit.doctor.rule.reading.WrongReading;
import io.boxfit.doctor.rule.symptom.BlindNetwork;
import io.boxfit.doctor.rule.symptom.DeadGradient;
import io.boxfit.doctor.rule.symptom.EmptyAccuracy;
import io.boxfit.doctor.rule.symptom.InvalidBoxes;
import io.boxfit.doctor.rule.symptom.LittleFollows;
import io.boxfit.doctor.rule.symptom.NoSkill;
import io.boxfit.doctor.rule.symptom.NoWayWorks;
import io.boxfit.doctor.rule.symptom.NotANumber;
import io.boxfit.doctor.rule.symptom.OneAxis;
import io.boxfit.doctor.rule.symptom.StaysBehind;
import io.boxfit.doctor.rule.symptom.StillBox;
import io.boxfit.doctor.rule.training.BroadcastTargets;
import io.boxfit.doctor.rule.training.FillsPicture;
import io.boxfit.doctor.rule.training.GradientsKept;
import io.boxfit.doctor.rule.training.LearningRateTooHigh;
import io.boxfit.doctor.rule.training.LearningRateTooLow;
import io.boxfit.doctor.rule.training.LossTurnsNan;
import io.boxfit.doctor.rule.training.NoPull;
import io.boxfit.doctor.rule.training.NotTrained;
import io.boxfit.doctor.rule.training.OptimizerDefault;
import io.boxfit.doctor.rule.training.OtherStarts;
import io.boxfit.doctor.rule.training.Overfitting;
import io.boxfit.doctor.rule.training.RateOfNoTraining;
import io.boxfit.doctor.rule.training.Unfinished;
import io.boxfit.doctor.rule.training.UpsideDown;
import io.boxfit.doctor.rule.training.WeightDecay;
import java.util.List;

/** All rules. */
final class Rules {
  private Rules() {}

  /** Those that see. */
  static List<Rule> symptoms() {
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
  static List<Rule> causes() {
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
        new RateOfNoTraining(),
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
