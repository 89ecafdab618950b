package io.boxfit.data.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.core.random.Seed;
import java.time.Duration;
import java.util.List;

/**
 * Reads many damaged files: each gives a value or one clear line, soon. A failure names the seed
 * and the number of its input. {@code -Dboxfit.fuzz.inputs=N} reads N of each kind, {@code
 * -Dboxfit.fuzz.seed=S} others.
 */
public final class Fuzzing {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Seed SEED = new Seed(Long.getLong("boxfit.fuzz.seed", 1));

  private Fuzzing() {}

  /** What reads a file. */
  public interface Door {

    /**
     * Reads one.
     *
     * @throws BadInputException if the input is refused
     */
    void read(byte[] input) throws Exception;
  }

  /**
   * Some inputs must be refused and some must not be, or the damage is of no use.
   *
   * @param inputs how many, where nobody asks for another number
   */
  public static void run(String kind, int inputs, List<byte[]> real, Door door) {
    Mutations mutations = new Mutations(real);
    long count = Long.getLong("boxfit.fuzz.inputs", inputs);
    long refused = 0;
    for (long number = 0; number < count; number++) {
      byte[] input = mutations.input(SEED, kind, number);
      String name = kind + ", seed " + SEED.value() + ", input " + number;
      refused += assertTimeoutPreemptively(LIMIT, () -> refuses(door, input, name), name) ? 1 : 0;
    }
    assertTrue(refused > 0 && refused < count, refused + " of " + count + " refused");
  }

  private static boolean refuses(Door door, byte[] input, String name) {
    try {
      door.read(input);
      return false;
    } catch (BadInputException e) {
      requireOneClearLine(e.getMessage(), name);
      return true;
    } catch (AssertionError e) {
      throw new AssertionError(name + ": " + e.getMessage(), e);
    } catch (Throwable e) {
      throw new AssertionError(name + ": " + e, e);
    }
  }

  /** Nothing that ends or spoils a line. */
  public static void requireOneClearLine(String message, String name) {
    assertTrue(message.length() > 10 && message.length() < 1200, name + ": " + message);
    assertEquals(1, message.lines().count(), name + ": " + message);
    assertTrue(
        message
            .codePoints()
            .noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029),
        name + ": " + message);
  }
}
