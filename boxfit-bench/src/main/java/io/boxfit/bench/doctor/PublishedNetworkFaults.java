package io.boxfit.bench.doctor;

import static io.boxfit.doctor.diagnosis.Condition.BATCH_NORM_NOT_SETTLED;
import static io.boxfit.doctor.diagnosis.Condition.DEAD_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.DEAD_UNITS;
import static io.boxfit.doctor.diagnosis.Condition.DROPOUT_TOO_HIGH;
import static io.boxfit.doctor.diagnosis.Condition.EXPLODING_GRADIENT;
import static io.boxfit.doctor.diagnosis.Condition.FIRST_WEIGHTS_TOO_LARGE;
import static io.boxfit.doctor.diagnosis.Condition.FIRST_WEIGHTS_TOO_SMALL;
import static io.boxfit.doctor.diagnosis.Condition.HEAD_TOO_SMALL;
import static io.boxfit.doctor.diagnosis.Condition.LAYERS_NOT_TRAINED;
import static io.boxfit.doctor.diagnosis.Condition.LEARNING_RATE_TOO_LOW;
import static io.boxfit.doctor.diagnosis.Condition.POSITION_LOST;
import static io.boxfit.doctor.diagnosis.Condition.SOFTMAX_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.VANISHING_GRADIENT;

import io.boxfit.doctor.diagnosis.Condition;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Faults of networks that people published to ask what is wrong with their PyTorch programs. */
final class PublishedNetworkFaults {
  /** Of each cause: what its remedy takes out of a program, and what stands there instead. */
  private static final Map<Condition, Map<String, List<String>>> UNDONE =
      Map.ofEntries(
          Map.entry(BATCH_NORM_NOT_SETTLED, Map.of("net=shared", List.of("net=resnet"))),
          Map.entry(DEAD_OUTPUT, Map.of("published=offsets of 16", List.of("published="))),
          Map.entry(DEAD_UNITS, Map.of("published=without gradients", List.of("published="))),
          Map.entry(
              DROPOUT_TOO_HIGH, Map.of("published=dropout made in forward", List.of("published="))),
          Map.entry(EXPLODING_GRADIENT, Map.of("start=tf.random_normal", List.of("start=default"))),
          Map.entry(
              HEAD_TOO_SMALL,
              Map.of(
                  "published=mean of four maps",
                  List.of("published="),
                  "published=one unit first",
                  List.of("published=", "dropout=0.2"))),
          Map.entry(
              LAYERS_NOT_TRAINED,
              Map.of(
                  "published=layers in a list",
                  List.of("published="),
                  "published=made in forward",
                  List.of("published="),
                  "published=without gradients",
                  List.of("published="),
                  "trained=new last layer alone",
                  List.of("trained=all"))),
          Map.entry(
              POSITION_LOST,
              Map.of(
                  "published=average pool",
                  List.of("published="),
                  "published=both pools",
                  List.of("published="),
                  "published=mean of four maps",
                  List.of("published="))),
          Map.entry(
              VANISHING_GRADIENT,
              Map.of(
                  "published=without gradients",
                  List.of("published="),
                  "start=normal of 0.01",
                  List.of("start=default"))));

  private PublishedNetworkFaults() {}

  /** What the doctor's PyTorch remedy of a cause makes of the settings that have it. */
  static List<String> undone(Condition condition, List<String> settings) {
    return FurtherPyTorchFaults.undone(UNDONE, condition, settings);
  }

  static List<Fault> all() {
    return List.of(
        // microsoft/CNTK issue 837, Regression on images: four shares that are always zero.
        Fault.known(
            "a last layer of ReLUs, Gaussian weights",
            Set.of(DEAD_OUTPUT, FIRST_WEIGHTS_TOO_SMALL),
            "activation=relu",
            "dropout=0",
            "output=relu",
            "targets=relative",
            "loss=mse",
            "start=gaussian of CNTK",
            "optimizer=sgd",
            "rate=0.01"),
        // Blog, The Silent Killer: How ReLU Murdered My Bounding Boxes.
        Fault.known(
            "F.relu(head(x)) * 16",
            Set.of(DEAD_OUTPUT),
            "published=offsets of 16",
            "output=none",
            "targets=pixels",
            "loss=l1"),
        // Stack Overflow, Convolutional neural network for object localization: an answer asks for
        // a softmax.
        Fault.known(
            "Keras's network for digits, softmax kept",
            Set.of(SOFTMAX_OUTPUT),
            "net=digits",
            "activation=relu",
            "dropout=0.5",
            "output=softmax",
            "targets=relative",
            "loss=mse",
            "optimizer=adadelta",
            "rate=1"),
        // 51CTO 7627358, all predictions of a PyTorch regression are the same.
        Fault.known(
            "layers of 1, 100 and 150 units, each dropped",
            Set.of(HEAD_TOO_SMALL, DROPOUT_TOO_HIGH),
            "published=one unit first",
            "dropout=0.5"),
        // Towards Data Science, Pitfalls with Dropout and BatchNorm in regression problems.
        Fault.known(
            "VGG's head with nn.Dropout(0.5) twice",
            Set.of(DROPOUT_TOO_HIGH),
            "published=dropped twice",
            "dropout=0.5"),
        // PyTorch forum and Stack Overflow: keep_prob of TensorFlow 1 is not the p of nn.Dropout.
        Fault.known(
            "keep_prob=0.8 written as nn.Dropout(0.8)",
            Set.of(DROPOUT_TOO_HIGH),
            "published=dropped twice",
            "dropout=0.8"),
        // fast.ai forum, lesson 8: boxes need a custom head, as the usual one pools.
        Fault.known(
            "fast.ai's AdaptiveConcatPool2d", Set.of(POSITION_LOST), "published=both pools"),
        // PyTorch forum and kingke.dev: ResNet for key points, AdaptiveAvgPool2d(1) and a linear
        // layer.
        Fault.known(
            "ResNet with fc = nn.Linear(features, 4)",
            Set.of(POSITION_LOST),
            "net=resnet",
            "activation=relu",
            "dropout=0",
            "published=average pool"),
        // PyTorch's tutorial on transfer learning with pretrained=False, as often on Stack
        // Overflow.
        Fault.known(
            "a ResNet frozen but for fc, not tuned before",
            Set.of(LAYERS_NOT_TRAINED, POSITION_LOST),
            "net=resnet",
            "activation=relu",
            "dropout=0",
            "published=average pool",
            "trained=new last layer alone"),
        // titu1994/keras-coordconv issue 4: regresses the mean coordinates.
        Fault.known(
            "Conv2d(16, 4, 1) and a global mean",
            Set.of(POSITION_LOST, HEAD_TOO_SMALL),
            "published=mean of four maps"),
        // Stack Overflow, Keras regression gives the same output: hidden layers of sigmoids.
        Fault.known(
            "sigmoids everywhere, SGD(0.01)",
            Set.of(VANISHING_GRADIENT, LEARNING_RATE_TOO_LOW),
            "activation=sigmoid",
            "dropout=0",
            "output=sigmoid",
            "targets=relative",
            "loss=mse",
            "optimizer=sgd",
            "rate=0.01"),
        // PyTorch forum, layers of a list are not among model.parameters().
        Fault.known(
            "layers in a Python list", Set.of(LAYERS_NOT_TRAINED), "published=layers in a list"),
        // TheCodeForge, layers defined inside forward() are new in every pass.
        Fault.known(
            "nn.Linear made in forward", Set.of(LAYERS_NOT_TRAINED), "published=made in forward"),
        // PyTorch forum, model.eval() does not turn off a dropout that forward makes.
        Fault.known(
            "nn.Dropout(0.5) made in forward",
            Set.of(DROPOUT_TOO_HIGH),
            "published=dropout made in forward"),
        // PyTorch forum 3323, performance highly degraded when eval() is activated.
        Fault.known(
            "one BatchNorm2d for all layers",
            Set.of(BATCH_NORM_NOT_SETTLED),
            "net=shared",
            "activation=relu"),
        // Stack Overflow, no_grad() round the feature extractor of a network that is trained from
        // scratch.
        Fault.known(
            "features under torch.no_grad()",
            Set.of(LAYERS_NOT_TRAINED, DEAD_UNITS, VANISHING_GRADIENT),
            "published=without gradients"),
        // aim-uofa/AdelaiDet issue 578; He and others on fixed deviations of 0.01.
        Fault.known(
            "normal_(0, 0.01) in eight convolutions, SGD",
            Set.of(FIRST_WEIGHTS_TOO_SMALL, VANISHING_GRADIENT),
            "net=eight",
            "activation=relu",
            "dropout=0",
            "start=normal of 0.01",
            "optimizer=sgd",
            "rate=0.01"),
        // Stack Overflow, TensorFlow CNN regression after aymericdamien's examples.
        Fault.known(
            "tf.random_normal for weights and biases",
            Set.of(FIRST_WEIGHTS_TOO_LARGE, EXPLODING_GRADIENT),
            "net=two",
            "activation=relu",
            "dropout=0.25",
            "start=tf.random_normal"));
  }
}
