package io.boxfit.bench.doctor;

import static io.boxfit.bench.doctor.Fault.knownInData;
import static io.boxfit.doctor.diagnosis.Condition.BROKEN_SAMPLES;
import static io.boxfit.doctor.diagnosis.Condition.EXPLODING_GRADIENT;
import static io.boxfit.doctor.diagnosis.Condition.INPUTS_NOT_SCALED;
import static io.boxfit.doctor.diagnosis.Condition.LEARNING_RATE_TOO_HIGH;
import static io.boxfit.doctor.diagnosis.Condition.MIRRORED_ALONE;
import static io.boxfit.doctor.diagnosis.Condition.OVERFITTING;
import static io.boxfit.doctor.diagnosis.Condition.SATURATED_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.TARGETS_NOT_SCALED;
import static io.boxfit.doctor.diagnosis.Condition.TOO_LITTLE_DATA;
import static io.boxfit.doctor.diagnosis.Condition.TRUTH_MISMATCH;
import static io.boxfit.doctor.diagnosis.Condition.WRONG_PREPROCESSING;
import static io.boxfit.doctor.diagnosis.Condition.WRONG_READING;

import java.util.List;
import java.util.Set;

/** Faults of pictures and boxes in PyTorch programs that people published to ask what is wrong. */
final class PublishedSampleFaults {
  private PublishedSampleFaults() {}

  static List<Fault> all() {
    return List.of(
        // Stack Overflow, CNN regression whose tanh outputs are all 1.
        Fault.known(
            "tanh at the end, boxes in pixels",
            Set.of(TARGETS_NOT_SCALED, SATURATED_OUTPUT),
            "published=tanh",
            "output=none",
            "targets=pixels",
            "loss=mse"),
        // Label Studio exports boxes in percent of the picture.
        Fault.known(
            "percent of Label Studio, sigmoid at the end",
            Set.of(TARGETS_NOT_SCALED),
            "output=sigmoid",
            "targets=percent",
            "loss=mse"),
        // Stack Overflow, loss is nan in a regression of pixels; tpark94/speedplusbaseline issue
        // 7.
        Fault.known(
            "boxes in pixels, squared errors, SGD(0.01)",
            Set.of(TARGETS_NOT_SCALED, LEARNING_RATE_TOO_HIGH, EXPLODING_GRADIENT),
            "output=none",
            "targets=pixels",
            "loss=mse",
            "optimizer=sgd",
            "rate=0.01"),
        // PyTorch forum, Normalize after torch.from_numpy(image).float().
        knownInData(
            "ImageNet's mean and deviation on bytes",
            Set.of(INPUTS_NOT_SCALED),
            "pixels=imagenet of bytes"),
        // Stack Overflow, good in validation and bad on frames of cv2.VideoCapture.
        knownInData(
            "trained on RGB, used on OpenCV's BGR",
            Set.of(WRONG_PREPROCESSING),
            "pixels=unit",
            "asked=bgr"),
        // PyTorch forum, wrong predictions for single images: no Normalize in inference.
        knownInData(
            "Normalize in training alone",
            Set.of(WRONG_PREPROCESSING),
            "pixels=imagenet",
            "asked=zero to one"),
        // PyTorch forum, the usual Resize(256) and CenterCrop(224) of tests.
        knownInData(
            "CenterCrop in use alone",
            Set.of(WRONG_PREPROCESSING),
            "pixels=unit",
            "asked=centre crop"),
        // PyTorch forum, view is not permute: pictures read by OpenCV.
        knownInData(
            "trained on view(C, H, W) of H, W, C",
            Set.of(WRONG_PREPROCESSING),
            "given=channels last seen as first"),
        // Stack Overflow, h, w = image.size: PIL's order is width and height.
        knownInData(
            "x over height, y over width",
            Set.of(WRONG_READING, TARGETS_NOT_SCALED),
            "output=sigmoid",
            "targets=width for height"),
        // PyTorch forum, key points do not turn with transforms.RandomRotation.
        knownInData(
            "RandomRotation(30) of pictures alone",
            Set.of(MIRRORED_ALONE, TRUTH_MISMATCH),
            "given=turned by chance"),
        // Stack Overflow, ImageDataGenerator for bounding boxes changes the pictures only.
        knownInData(
            "ImageDataGenerator's shifts and zooms alone",
            Set.of(MIRRORED_ALONE, TRUTH_MISMATCH),
            "given=shifted and zoomed by chance"),
        // Kaggle, Facial Keypoints Detection: missing labels filled with those of the row before.
        knownInData(
            "fillna(method='ffill') of missing boxes",
            Set.of(TRUTH_MISMATCH),
            "given=filled forward"),
        // Kaggle, Facial Keypoints Detection: missing labels filled with zeros.
        knownInData(
            "fillna(0) of missing boxes", Set.of(TRUTH_MISMATCH), "given=filled with zeros"),
        // Kaggle and Stack Overflow, loss is nan on the facial key points from the first epoch on.
        knownInData("no dropna() of missing numbers", Set.of(BROKEN_SAMPLES), "given=empty cells"),
        // qqwweee/keras-yolo3 issue 171, width or height is 0 after resizing.
        knownInData(
            "boxes of no width under a logarithm",
            Set.of(BROKEN_SAMPLES),
            "given=boxes of no width",
            "targets=log sizes",
            "output=none",
            "loss=mse"),
        // Stack Overflow, no inverse_transform after a regression of coordinates.
        knownInData(
            "MinMaxScaler's boxes drawn as shares",
            Set.of(WRONG_READING),
            "targets=min-max",
            "output=none"),
        // Stack Overflow 51220865, resize bounding box according to image.
        knownInData(
            "boxes drawn by the size of the small picture",
            Set.of(WRONG_READING),
            "targets=relative",
            "read=of the small picture",
            "output=sigmoid"),
        // ultralytics/yolov5 issues, boxes are off without scale_coords.
        knownInData(
            "boxes not taken out of the letterbox",
            Set.of(WRONG_READING),
            "pixels=letterboxed",
            "targets=letterbox",
            "output=sigmoid"),
        // sgrvinod/a-PyTorch-Tutorial-to-Object-Detection issue 34: 182 pictures, the box goes by
        // their number.
        knownInData(
            "180 pictures", Set.of(TOO_LITTLE_DATA, OVERFITTING), "samples=180", "epochs=70"));
  }
}
