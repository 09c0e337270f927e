package io.turnout.config;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The walls between the rooms of a house whose packages start with `root`, and which tools each
/// of its adapters may use. The class path is the wall between floors; these stand between rooms.
record FloorPlan(String root, Map<String, List<String>> tools) {
    /// One row an adapter: the packages it may use beside the JDK's `java..`, the domain and the
    /// application. A new dependency is a new entry here, so that somebody is asked.
    static final Map<String, List<String>> TOOLS =
            Map.ofEntries(
                    Map.entry(
                            "aws", List.of("com.fasterxml.jackson..", "software.amazon.awssdk..")),
                    Map.entry(
                            "bucket4j",
                            List.of("com.github.benmanes.caffeine..", "io.github.bucket4j..")),
                    Map.entry("caffeine", List.of("com.github.benmanes.caffeine..")),
                    Map.entry("files", List.of("com.fasterxml.jackson..")),
                    Map.entry("heroku", List.of("com.fasterxml.jackson..", "javax.crypto..")),
                    Map.entry(
                            "http",
                            List.of(
                                    "com.codahale.metrics..",
                                    "com.fasterxml.jackson..",
                                    "com.google.common..",
                                    "com.nimbusds..",
                                    "de.siegmar.fastcsv..",
                                    "freemarker..",
                                    "io.dropwizard..",
                                    "io.swagger..",
                                    "jakarta.annotation..",
                                    "jakarta.servlet..",
                                    "jakarta.validation..",
                                    "jakarta.ws.rs..",
                                    "javax.crypto..",
                                    "org.eclipse.jetty..",
                                    "org.glassfish.jersey..",
                                    "org.hibernate.validator..",
                                    "org.slf4j..")),
                    Map.entry("ids", List.of("com.github.f4b6a3..")),
                    Map.entry(
                            "machine",
                            List.of(
                                    "com.fasterxml.jackson..",
                                    "com.sun.net.httpserver..",
                                    "javax.crypto..",
                                    "javax.net.ssl..")),
                    Map.entry("peer", List.of("org.apache.hc..")),
                    Map.entry(
                            "postgres",
                            List.of(
                                    "com.fasterxml.jackson..",
                                    "javax.sql..",
                                    "org.jdbi..",
                                    "org.postgresql..",
                                    "org.slf4j..")),
                    Map.entry(
                            "redis",
                            List.of(
                                    "com.fasterxml.jackson..",
                                    "com.github.benmanes.caffeine..",
                                    "io.github.bucket4j..",
                                    "org.redisson..",
                                    "org.slf4j..")),
                    Map.entry(
                            "salesforce",
                            List.of(
                                    "com.fasterxml.jackson..",
                                    "de.siegmar.fastcsv..",
                                    "org.apache.hc..",
                                    "org.slf4j..")),
                    Map.entry(
                            "tink",
                            List.of("com.google.crypto.tink..", "javax.crypto..", "org.slf4j..")),
                    Map.entry(
                            "unleash",
                            List.of("com.fasterxml.jackson..", "io.getunleash..", "org.slf4j..")));

    private String in(String floor) {
        return root + "." + floor + "..";
    }

    /// 1
    ArchRule theDomainKnowsItselfOnly() {
        return classes()
                .that()
                .resideInAPackage(in("domain"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", in("domain"));
    }

    /// 2
    ArchRule theApplicationKnowsTheDomain() {
        return classes()
                .that()
                .resideInAPackage(in("application"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", in("domain"), in("application"));
    }

    /// 3
    ArchRule nobodyKnowsTheWiring() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(in("config"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in("config"));
    }

    /// 4
    List<ArchRule> featuresDoNotGoRoundInCircles() {
        return Stream.of("domain", "application")
                .<ArchRule>map(
                        floor ->
                                slices().matching(root + "." + floor + ".(*)..")
                                        .should()
                                        .beFreeOfCycles())
                .toList();
    }

    /// 5
    ArchRule whatTheDomainIsMadeOfDoesNotChange() {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(in("domain"))
                .should()
                .beFinal();
    }

    /// 6
    ArchRule timeAndChanceComeFromOutside() {
        return classes()
                .that()
                .resideInAnyPackage(in("domain"), in("application"))
                .should(Conditions.READ_NO_CLOCK_AND_CAST_NO_DICE);
    }

    /// 7
    ArchRule aUseCaseHasOneDoor() {
        return classes().that(new UseCase(root)).should(Conditions.HAVE_ONE_DOOR);
    }

    /// 8
    ArchRule noUseCaseKnowsAnother() {
        return classes().that(new UseCase(root)).should(Conditions.knowNoOther(new UseCase(root)));
    }

    /// 9
    ArchRule everyPortHasItsTwinInMemory() {
        return classes()
                .that()
                .resideInAPackage(in("application"))
                .and()
                .areTopLevelClasses()
                .and()
                .areInterfaces()
                .should(Conditions.haveATwinIn(root + ".application.memory"));
    }

    /// 10
    List<ArchRule> eachAdapterKeepsToItsTools() {
        return tools.keySet().stream().sorted().map(this::keepsToItsTools).toList();
    }

    private ArchRule keepsToItsTools(String adapter) {
        List<String> allowed = new ArrayList<>(tools.getOrDefault(adapter, List.of()));
        allowed.addAll(
                List.of("java..", in("domain"), in("application"), in("adapters." + adapter)));
        return classes()
                .that()
                .resideInAPackage(in("adapters." + adapter))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .as("adapter " + adapter + " keeps to " + allowed)
                .allowEmptyShould(true);
    }

    /// 12
    ArchRule secretsAreComparedInOnePlace() {
        return classes()
                .that()
                .resideInAnyPackage(in("domain"), in("application"), in("adapters"))
                .and()
                .resideOutsideOfPackage(root + ".application.memory..")
                .should(Conditions.compareSecretsIn(root + ".domain.secret.Secrets"));
    }

    /// 11: adapters without a row, and rows without an adapter.
    List<String> rowsThatDoNotFit(JavaClasses house) {
        Set<String> standing =
                house.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.startsWith(root + ".adapters."))
                        .map(name -> name.substring((root + ".adapters.").length()))
                        .map(name -> name.replaceFirst("\\..*", ""))
                        .collect(Collectors.toSet());
        return Stream.concat(
                        standing.stream()
                                .filter(adapter -> !tools.containsKey(adapter))
                                .map(adapter -> adapter + " has no row"),
                        tools.keySet().stream()
                                .filter(adapter -> !standing.contains(adapter))
                                .map(adapter -> adapter + " is gone"))
                .sorted()
                .toList();
    }
}
