package io.boxfit.data.fault;

import java.util.Locale;

/** The faults that Boxfit knows in a data set, each with its severity and the way out. */
public enum FaultCode {
  UNREADABLE_ANNOTATION(
      Severity.ERROR, "An annotation cannot be read", "Repair or remove the file."),
  UNREADABLE_FOLDER(
      Severity.ERROR,
      "A folder cannot be searched",
      "Make the folder readable, or move it nearer to the root."),
  LINK_LOOP(Severity.WARNING, "A link leads back to where it came from", "Remove the link."),
  BAD_NUMBER(
      Severity.ERROR,
      "A number is none that a picture can have",
      "Write a finite number of pixels there."),
  PATH_OUTSIDE(
      Severity.ERROR,
      "An annotation names a picture outside the data folder",
      "Move the picture into the data folder and name it there."),
  FOREIGN_PATH(
      Severity.NOTE, "Paths are of another machine", "Write paths relative to the data folder."),
  MISSING_IMAGE(
      Severity.ERROR, "A picture is missing", "Add the picture or remove its annotation."),
  UNREADABLE_IMAGE(
      Severity.ERROR, "A picture cannot be read", "Save the picture anew as PNG or JPEG."),
  TRUNCATED_IMAGE(
      Severity.ERROR, "A picture is cut off", "Copy the picture again from where it came from."),
  WRONG_EXTENSION(
      Severity.WARNING,
      "A picture is of another format than its name says",
      "Rename the file after its content."),
  UNLABELLED_IMAGE(
      Severity.NOTE,
      "No annotation mentions a picture",
      "Annotate the picture, or leave it as one without the object."),
  SIZE_DIFFERS(
      Severity.ERROR,
      "A picture is not of the size that its annotation says",
      "Find out which picture the boxes were drawn on."),
  ROTATED_IMAGE(
      Severity.WARNING,
      "Boxes were drawn before the picture was turned upright",
      "Turn the pixels upright and draw the boxes on them."),
  BOX_ON_BORDER(
      Severity.WARNING,
      "A box reaches a little beyond its picture",
      "Clip the box to the picture."),
  BOX_OUTSIDE(
      Severity.ERROR, "A box reaches beyond its picture", "Draw the box within the picture."),
  EMPTY_BOX(Severity.ERROR, "A box encloses nothing", "Draw the box anew or remove it."),
  INVERTED_BOX(
      Severity.ERROR,
      "A box has its corners in the wrong order",
      "Write the smaller coordinate first."),
  SWAPPED_AXES(Severity.ERROR, "x and y are changed over in the whole set", "Write x before y."),
  SIZE_FOR_CORNER(
      Severity.ERROR,
      "Width and height stand where the lower right corner should",
      "Write the lower right corner, not width and height."),
  CORNER_FOR_SIZE(
      Severity.ERROR,
      "The lower right corner stands where width and height should",
      "Write width and height, not the lower right corner."),
  RELATIVE_BOXES(
      Severity.ERROR,
      "A box is given in shares of the picture, not in pixels",
      "Multiply by the picture's width and height."),
  DOUBLE_BOX(Severity.WARNING, "A box is annotated twice", "Remove one of the boxes."),
  DUPLICATE(Severity.WARNING, "Two files show the same picture", "Keep one of the pictures."),
  CONFLICTING_DUPLICATE(
      Severity.ERROR,
      "The same picture has different boxes",
      "Keep the picture with the right box."),
  NEAR_DUPLICATE(
      Severity.WARNING,
      "Two files show nearly the same picture",
      "Keep such pictures on one side of a split (--group-by)."),
  LEAK(
      Severity.ERROR,
      "The same picture is on both sides of a split",
      "Remove the picture from one side of the split."),
  NEAR_LEAK(
      Severity.WARNING,
      "Nearly the same picture is on both sides of a split",
      "Split by group (--group-by), or move the picture."),
  RARE_LABEL(
      Severity.WARNING, "A label occurs once", "See whether the label is a slip of the pen."),
  ALIKE_BOXES(
      Severity.ERROR,
      "The boxes do not follow the pictures",
      "Find out why the boxes do not follow the pictures."),
  MANY_OBJECTS(
      Severity.NOTE, "Pictures have several boxes", "Choose the one to find with --target."),
  NO_OBJECT(
      Severity.NOTE,
      "Pictures have no box",
      "Fine where the object may be absent; annotate it otherwise.");

  private final Severity severity;
  private final String title;
  private final String remedy;

  FaultCode(Severity severity, String title, String remedy) {
    this.severity = severity;
    this.title = title;
    this.remedy = remedy;
  }

  /** Lower case with hyphens, for example {@code box-outside}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is wrong, in a few words. */
  public String title() {
    return title;
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
