// SPDX-License-Identifier: Apache-2.0
package org.trialcourier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The package map. Each line names a package and all it may use of this program; a package without a line fails the
 * build, and so does an arrow that is not drawn here.
 */
class ArchitectureTest {
    private static final String BASE = "org.trialcourier.";

    private static final String MAP = """
        ground    problem   ->
        ground    work      -> problem
        ground    text      -> problem
        ground    settings  -> problem work
        words     dicom     -> problem work
        words     wire      -> problem
        words     connect   -> problem work settings
        words     trial     -> wire connect problem work
        feature   scan      -> dicom problem work
        feature   pixel     -> dicom problem work
        feature   deid      -> dicom pixel problem work
        feature   check     -> scan trial dicom problem work
        feature   bag       -> wire problem work
        feature   upload    -> wire connect problem work
        feature   audit     -> wire problem work
        feature   queue     -> audit upload wire problem work
        feature   practice  -> dicom trial wire problem work
        task      submit    -> scan pixel deid check bag upload queue audit dicom wire trial text settings problem work
        receiver  receiver  -> wire dicom problem work
        assembly  app       -> submit practice receiver scan pixel deid check bag upload queue audit dicom wire connect trial text settings problem work
        way-in    cli       -> app submit practice receiver scan pixel deid check queue audit dicom wire connect trial text settings problem work
        way-in    ui        -> app submit practice scan pixel deid check queue audit dicom wire connect trial text settings problem work
        """;

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.trialcourier");

    @Test
    void eachPackageUsesOnlyWhatItsArrowNames() {
        Map<String, Set<String>> map = map();
        map.forEach((name, allowed) -> {
            Set<String> forbidden = new TreeSet<>(map.keySet());
            forbidden.removeAll(allowed);
            forbidden.remove(name);
            String[] packages = forbidden.stream().map(p -> BASE + p + "..").toArray(String[]::new);
            check(noClasses()
                    .that()
                    .resideInAPackage(BASE + name + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages));
        });
    }

    @Test
    void everyPackageHasALineInTheMap() {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : PROGRAM) {
            String name = type.getPackageName();
            if (name.startsWith(BASE)) {
                found.add(name.substring(BASE.length()).split("\\.")[0]);
            }
        }
        assertThat(map().keySet()).containsAll(found);
    }

    /** What the queue keeps does not know who works through it, and only the runner moves submissions by itself. */
    @Test
    void theQueueDoesNotKnowItsRunner() {
        check(noClasses()
                .that()
                .resideInAPackage(BASE + "queue")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + "queue.run.."));
        check(noClasses()
                .that()
                .resideOutsideOfPackages(BASE + "queue..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.trialcourier\\.queue\\.(Ledger|Move|Lease|StoreTrouble)(\\$.*)?"));
    }

    @Test
    void toolsStayInTheirPackages() {
        only("the window's toolkit", List.of("javafx..", "atlantafx..", "org.controlsfx..", "org.kordamp.."), "ui");
        only("the HTTP client", List.of("org.apache.hc..", "java.net.http.."), "connect", "upload", "trial");
        only("SQL", List.of("java.sql..", "org.sqlite.."), "queue", "audit");
        only("the HTTP server", List.of("org.eclipse.jetty..", "me.desair..", "jakarta.servlet.."), "receiver");
        only("the runtime of the text models", List.of("ai.onnxruntime.."), "pixel");
        only("the command line parser", List.of("picocli.."), "cli");
    }

    /** There is no switch to turn the check of certificates off, and one place where authorities can be added. */
    @Test
    void certificatesAreAlwaysChecked() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(".*(NoopHostnameVerifier|TrustAllStrategy|TrustSelfSignedStrategy)")
                .orShould()
                .implement(javax.net.ssl.HostnameVerifier.class));
        check(classes()
                .that()
                .areAssignableTo(javax.net.ssl.TrustManager.class)
                .should()
                .haveFullyQualifiedName(BASE + "connect.NamingTrust"));
    }

    @Test
    void onlyTheAssemblyReadsTheClock() {
        DescribedPredicate<JavaClass> elsewhere = DescribedPredicate.describe(
                "outside app",
                type -> type.getPackageName().startsWith("org.trialcourier")
                        && !type.getPackageName().startsWith(BASE + "app"));
        check(noClasses().that(elsewhere).should().callMethod(java.time.Instant.class, "now"));
        check(noClasses().that(elsewhere).should().callMethod(java.time.LocalDate.class, "now"));
        check(noClasses().that(elsewhere).should().callMethod(System.class, "currentTimeMillis"));
    }

    @Test
    void threadsAreMadeInFewPlaces() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages(BASE + "app..", BASE + "work..", BASE + "ui.shared..", BASE + "receiver..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.Executors")
                .orShould()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .callMethod(Thread.class, "ofVirtual")
                .orShould()
                .callMethod(Thread.class, "ofPlatform")
                .orShould()
                .callMethod(Thread.class, "startVirtualThread", Runnable.class);
        check(rule);
    }

    @Test
    void theMainClassIsNoJavaFxApplication() {
        check(classes()
                .that()
                .haveFullyQualifiedName("org.trialcourier.Main")
                .should()
                .notBeAssignableTo("javafx.application.Application"));
    }

    private static void only(String what, List<String> tools, String... homes) {
        String[] allowed = Arrays.stream(homes).map(home -> BASE + home + "..").toArray(String[]::new);
        check(noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(tools.toArray(String[]::new))
                .because(what + " belongs to " + String.join(", ", homes)));
    }

    private static Map<String, Set<String>> map() {
        Map<String, Set<String>> map = new TreeMap<>();
        for (String line : MAP.strip().split("\n")) {
            String[] sides = line.split("->", -1);
            List<String> left = new ArrayList<>(Arrays.asList(sides[0].strip().split("\\s+")));
            Set<String> right = new TreeSet<>(Arrays.asList(sides[1].strip().split("\\s+")));
            right.remove("");
            map.put(left.get(1), right);
        }
        return map;
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(PROGRAM);
    }
}
