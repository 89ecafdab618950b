package io.boxfit.bench.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Which way dependencies may point. */
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.boxfit");

  @Test
  void nothingKnowsTheBenchmarks() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage("io.boxfit.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.boxfit.bench..");
    rule.check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    ArchRule rule = slices().matching("io.boxfit.bench(.*)..").should().beFreeOfCycles();
    rule.check(CLASSES);
  }
}
