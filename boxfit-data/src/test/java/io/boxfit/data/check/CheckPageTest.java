package io.boxfit.data.check;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.data.fault.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CheckPageTest {

  @ParameterizedTest
  @EnumSource
  void thePageExplainsEveryFault(FaultCode code) throws IOException {
    String page = Files.readString(Path.of("../docs/check.md"));
    assertTrue(page.contains("\n| `" + code.key() + "` | " + code.severity().key() + " | "));
  }
}
