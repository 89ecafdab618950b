package io.boxfit.data.samples;

import io.boxfit.core.digest.Sha256;
import io.boxfit.data.Dataset;
import io.boxfit.data.Sample;
import io.boxfit.data.image.PictureReader;
import java.util.List;

/**
 * Pictures of a folder as they are, decoded when asked for.
 *
 * @param pictures the samples
 */
public record FolderDataset(List<LocatedPicture> pictures) implements Dataset {

  /** Copies the list. */
  public FolderDataset {
    pictures = List.copyOf(pictures);
  }

  @Override
  public int size() {
    return pictures.size();
  }

  @Override
  public Sample get(int index) {
    LocatedPicture picture = pictures.get(index);
    return new Sample(picture.name(), PictureReader.read(picture.file()), picture.box());
  }

  @Override
  public String digest() {
    Sha256 digest = new Sha256();
    for (LocatedPicture picture : pictures) {
      digest.add(picture.name() + "\n" + picture.content() + "\n" + picture.box() + "\n");
    }
    return digest.hex();
  }
}
