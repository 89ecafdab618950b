package io.boxfit.data.fault;

import java.util.Locale;

/** The faults that Boxfit knows in a data set, each with its severity and the way out. */
public enum FaultCode {
  UNREADABLE_ANNOTATION(Severity.ERROR, "Repair or remove the file."),
  UNREADABLE_FOLDER(Severity.ERROR, "Make the folder readable, or move it nearer to the root."),
  LINK_LOOP(Severity.WARNING, "Remove the link."),
  BAD_NUMBER(Severity.ERROR, "Write a finite number of pixels there."),
  PATH_OUTSIDE(Severity.ERROR, "Move the picture into the data folder and name it there."),
  FOREIGN_PATH(Severity.NOTE, "Write paths relative to the data folder."),
  MISSING_IMAGE(Severity.ERROR, "Add the picture or remove its annotation."),
  UNREADABLE_IMAGE(Severity.ERROR, "Save the picture anew as PNG or JPEG."),
  TRUNCATED_IMAGE(Severity.ERROR, "Copy the picture again from where it came from."),
  WRONG_EXTENSION(Severity.WARNING, "Rename the file after its content."),
  UNLABELLED_IMAGE(Severity.NOTE, "Annotate the picture, or leave it as one without the object."),
  SIZE_DIFFERS(Severity.ERROR, "Find out which picture the boxes were drawn on."),
  ROTATED_IMAGE(Severity.WARNING, "Turn the pixels upright and draw the boxes on them."),
  BOX_ON_BORDER(Severity.WARNING, "Clip the box to the picture."),
  BOX_OUTSIDE(Severity.ERROR, "Draw the box within the picture."),
  EMPTY_BOX(Severity.ERROR, "Draw the box anew or remove it."),
  INVERTED_BOX(Severity.ERROR, "Write the smaller coordinate first."),
  SWAPPED_AXES(Severity.ERROR, "Write x before y."),
  SIZE_FOR_CORNER(Severity.ERROR, "Write the lower right corner, not width and height."),
  CORNER_FOR_SIZE(Severity.ERROR, "Write width and height, not the lower right corner."),
  RELATIVE_BOXES(Severity.ERROR, "Multiply by the picture's width and height."),
  DOUBLE_BOX(Severity.WARNING, "Remove one of the boxes."),
  DUPLICATE(Severity.WARNING, "Keep one of the pictures."),
  CONFLICTING_DUPLICATE(Severity.ERROR, "Keep the picture with the right box."),
  NEAR_DUPLICATE(Severity.WARNING, "Keep such pictures on one side of a split (--group-by)."),
  LEAK(Severity.ERROR, "Remove the picture from one side of the split."),
  NEAR_LEAK(Severity.WARNING, "Split by group (--group-by), or move the picture."),
  RARE_LABEL(Severity.WARNING, "See whether the label is a slip of the pen."),
  ALIKE_BOXES(Severity.ERROR, "Find out why the boxes do not follow the pictures."),
  MANY_OBJECTS(Severity.NOTE, "Choose the one to find with --target."),
  NO_OBJECT(Severity.NOTE, "Fine where the object may be absent; annotate it otherwise.");

  private final Severity severity;
  private final String remedy;

  FaultCode(Severity severity, String remedy) {
    this.severity = severity;
    this.remedy = remedy;
  }

  /** Lower case with hyphens, for example {@code box-outside}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How much it matters. */
  public Severity severity() {
    return severity;
  }

  /** What to do, one sentence. */
  public String remedy() {
    return remedy;
  }
}
