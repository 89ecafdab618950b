package io.boxfit.bench.doctor;

import static io.boxfit.bench.doctor.Fault.knownInData;
import static io.boxfit.bench.doctor.PublishedBoxfitBases.vgg;
import static io.boxfit.doctor.diagnosis.Condition.CROSSING_SIDES;
import static io.boxfit.doctor.diagnosis.Condition.DEAD_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.DROPOUT_TOO_HIGH;
import static io.boxfit.doctor.diagnosis.Condition.EXPLODING_GRADIENT;
import static io.boxfit.doctor.diagnosis.Condition.FILLS_PICTURE;
import static io.boxfit.doctor.diagnosis.Condition.FIRST_WEIGHTS_TOO_LARGE;
import static io.boxfit.doctor.diagnosis.Condition.FIRST_WEIGHTS_TOO_SMALL;
import static io.boxfit.doctor.diagnosis.Condition.HEAD_TOO_SMALL;
import static io.boxfit.doctor.diagnosis.Condition.LEARNING_RATE_TOO_HIGH;
import static io.boxfit.doctor.diagnosis.Condition.LEARNING_RATE_TOO_LOW;
import static io.boxfit.doctor.diagnosis.Condition.LOSS_WITHOUT_OVERLAP;
import static io.boxfit.doctor.diagnosis.Condition.MIRRORED_ALONE;
import static io.boxfit.doctor.diagnosis.Condition.OPTIMIZER_DEFAULT;
import static io.boxfit.doctor.diagnosis.Condition.OVERFITTING;
import static io.boxfit.doctor.diagnosis.Condition.POSITION_LOST;
import static io.boxfit.doctor.diagnosis.Condition.SOFTMAX_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.STOPPED_TOO_EARLY;
import static io.boxfit.doctor.diagnosis.Condition.TARGETS_NOT_SCALED;
import static io.boxfit.doctor.diagnosis.Condition.TOO_FEW_EPOCHS;
import static io.boxfit.doctor.diagnosis.Condition.TOO_LITTLE_DATA;
import static io.boxfit.doctor.diagnosis.Condition.TRUTH_MISMATCH;
import static io.boxfit.doctor.diagnosis.Condition.VANISHING_GRADIENT;

import java.util.List;
import java.util.Set;

/** Faults of recipes that do what people published to ask what is wrong with their programs. */
final class PublishedBoxfitFaults {
  private static final String HEAD = "{dense: {units: 64}}, relu, {dense: {units: 4}}";
  private static final String END = "{boxHead: {format: xyxy, unit: relative}}]";
  private static final String SLOW_SGD = "optimizer={name: sgd, learningRate: 0.01, momentum: 0.9}";

  private PublishedBoxfitFaults() {}

  static List<Fault> all() {
    return List.of(
        // Stack Overflow, Convolutional neural network for object localization: an answer asks for
        // a softmax.
        Fault.known(
            "Keras's network for digits, softmax kept",
            Set.of(SOFTMAX_OUTPUT),
            "network=[{conv2d: {filters: 8, kernel: 3, stride: 2}}, relu, {conv2d: {filters: 16,"
                + " kernel: 3}}, relu, {maxPool2d: {kernel: 2, stride: 2}}, {dropout: {share:"
                + " 0.25}}, flatten, {dense: {units: 64}}, relu, {dropout: {share: 0.5}}, {dense:"
                + " {units: 4}}, softmax, "
                + END,
            "loss=mse",
            Base.adadelta(1)),
        // Towards Data Science, Object localization using pre-trained CNN models such as MobileNet.
        Fault.known(
            "MobileNet's separable convolutions and global average pool",
            Set.of(POSITION_LOST),
            "network=[{conv2d: {filters: 8, kernel: 3, stride: 2}}, relu, {separableConv2d:"
                + " {filters: 16, kernel: 3, stride: 2}}, relu, {separableConv2d: {filters: 32,"
                + " kernel: 3, stride: 2}}, relu, globalAveragePool2d, {dense: {units: 4}},"
                + " sigmoid, "
                + END),
        // Johannes Rieke's tutorial on boxes, run with a newer Keras whose Adadelta has another
        // rate.
        Fault.known(
            "dense layers, Adadelta of Keras 2",
            Set.of(OPTIMIZER_DEFAULT, LEARNING_RATE_TOO_LOW),
            "network=[{averagePool2d: {kernel: 5, stride: 5}}, flatten, {dense: {units: 200}},"
                + " relu, {dropout: {share: 0.2}}, {dense: {units: 4}}, "
                + END,
            "loss=mse",
            Base.adadelta(0.001)),
        // microsoft/CNTK issue 837, Regression on images: four shares that are always zero.
        Fault.known(
            "a last layer of ReLUs, Gaussian weights",
            Set.of(DEAD_OUTPUT, FIRST_WEIGHTS_TOO_SMALL),
            vgg("relu", HEAD + ", relu"),
            "loss=mse",
            "initializer.kernel={randomNormal: {deviation: 0.02}}",
            SLOW_SGD),
        // PyTorch forum and Stack Overflow: TensorFlow's keep_prob is what stays, not what goes.
        Fault.known(
            "keep_prob=0.8 written as the share that is dropped",
            Set.of(DROPOUT_TOO_HIGH),
            vgg(
                "relu",
                "{dense: {units: 64}}, relu, {dropout: {share: 0.8}}, {dense: {units: 64}}, relu,"
                    + " {dropout: {share: 0.8}}, {dense: {units: 4}}, sigmoid")),
        // 51CTO 7627358, all predictions of a regression are the same.
        Fault.known(
            "layers of 1, 100 and 150 units, each dropped",
            Set.of(HEAD_TOO_SMALL, DROPOUT_TOO_HIGH),
            vgg(
                "relu",
                "{dense: {units: 1}}, batchNorm, relu, {dropout: {share: 0.5}}, {dense: {units:"
                    + " 100}}, batchNorm, relu, {dropout: {share: 0.5}}, {dense: {units: 150}},"
                    + " batchNorm, relu, {dropout: {share: 0.5}}, {dense: {units: 4}}")),
        // Stack Overflow, loss is nan in a regression of pixels; tpark94/speedplusbaseline issue 7.
        Fault.known(
            "sides in pixels, squared errors, SGD(0.01)",
            Set.of(TARGETS_NOT_SCALED, LEARNING_RATE_TOO_HIGH, EXPLODING_GRADIENT),
            vgg("relu", HEAD).replace("relative", "pixels"),
            "loss=mse",
            SLOW_SGD),
        // aim-uofa/AdelaiDet issue 578; He and others on fixed deviations of 0.01.
        Fault.known(
            "deviations of 0.01 in six convolutions, SGD",
            Set.of(FIRST_WEIGHTS_TOO_SMALL, VANISHING_GRADIENT),
            vgg("relu, {conv2d: {filters: 16, kernel: 3, padding: same}}, relu", HEAD),
            "loss=mse",
            "initializer.kernel={randomNormal: {deviation: 0.01}}",
            SLOW_SGD),
        // Stack Overflow, TensorFlow CNN regression after aymericdamien's examples.
        Fault.known(
            "tf.random_normal for kernels and biases",
            Set.of(FIRST_WEIGHTS_TOO_LARGE, EXPLODING_GRADIENT),
            "initializer.kernel={randomNormal: {deviation: 1}}",
            "initializer.bias={randomNormal: {deviation: 1}}"),
        // Stack Overflow, Keras regression gives the same output: hidden layers of sigmoids.
        Fault.known(
            "sigmoids everywhere, SGD(0.01)",
            Set.of(VANISHING_GRADIENT, LEARNING_RATE_TOO_LOW),
            vgg("sigmoid", "{dense: {units: 64}}, sigmoid, {dense: {units: 4}}, sigmoid"),
            "loss=mse",
            SLOW_SGD),
        // PyTorch's tutorial on transfer learning, its rate for a network that starts anew.
        Fault.known(
            "SGD(0.001, momentum=0.9) from scratch",
            Set.of(LEARNING_RATE_TOO_LOW, TOO_FEW_EPOCHS),
            "optimizer={name: sgd, learningRate: 0.001, momentum: 0.9}"),
        // PyTorch forum 186512, My Simplest Neural Network Object Detector Not Working Well.
        Fault.known(
            "1 - IoU of corner and size, no activation at the end",
            Set.of(CROSSING_SIDES, FILLS_PICTURE, LOSS_WITHOUT_OVERLAP),
            vgg("relu", HEAD).replace("xyxy", "xywh"),
            "loss=iou"),
        // Stack Overflow, training stops after three epochs: min_delta larger than the losses.
        Fault.known(
            "EarlyStopping(min_delta=0.01)",
            Set.of(STOPPED_TOO_EARLY, TOO_FEW_EPOCHS),
            "data.trainCount=1500",
            "epochs=8",
            "earlyStopping={patience: 1, minDelta: 0.01, restoreBest: false}"),
        // sgrvinod/a-PyTorch-Tutorial-to-Object-Detection issue 34: 182 pictures, the box goes by
        // their number.
        knownInData(
            "180 letters",
            Set.of(TOO_LITTLE_DATA, OVERFITTING),
            "data.trainCount=225",
            "data.validationShare=0.2",
            "epochs=60"),
        // Kaggle, Facial Keypoints Detection: missing labels filled with those of the row before.
        knownInData(
            "missing boxes filled from the row before", Set.of(TRUTH_MISMATCH), "samples=FILLED"),
        // Stack Overflow, ImageDataGenerator for bounding boxes changes the pictures only.
        knownInData(
            "pictures shifted alone", Set.of(MIRRORED_ALONE, TRUTH_MISMATCH), "samples=PUSHED"));
  }
}
