package io.turnout.config;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// What walls ask of a class that ArchUnit has no words for. Each says what is wrong with it.
final class Conditions {
    private static final int ARGUMENTS_MAX = 6;
    private static final Set<String> CLOCKS_AND_DICE =
            Set.of(
                    "java.time.Instant.now",
                    "java.time.LocalDate.now",
                    "java.time.LocalDateTime.now",
                    "java.time.OffsetDateTime.now",
                    "java.time.ZonedDateTime.now",
                    "java.time.Clock.systemUTC",
                    "java.time.Clock.systemDefaultZone",
                    "java.time.InstantSource.system",
                    "java.lang.System.currentTimeMillis",
                    "java.lang.System.nanoTime",
                    "java.util.UUID.randomUUID",
                    "java.lang.Math.random",
                    "java.util.Random.<init>",
                    "java.security.SecureRandom.<init>",
                    "java.util.concurrent.ThreadLocalRandom.current",
                    "java.util.random.RandomGenerator.getDefault");

    static final ArchCondition<JavaClass> READ_NO_CLOCK_AND_CAST_NO_DICE =
            condition("read no clock and cast no dice", Conditions::clocksAndDice);

    static final ArchCondition<JavaClass> HAVE_ONE_DOOR =
            condition("be final with one public method and few needs", Conditions::otherDoors);

    private static final Set<String> BYTE_BY_BYTE =
            Set.of(
                    "java.util.Arrays.equals",
                    "java.util.Arrays.compare",
                    "java.util.Arrays.mismatch");
    private static final Set<String> LETTER_BY_LETTER =
            Set.of(
                    "java.lang.String.equals",
                    "java.lang.String.equalsIgnoreCase",
                    "java.lang.String.contentEquals",
                    "java.lang.String.compareTo",
                    "java.nio.ByteBuffer.equals",
                    "java.nio.ByteBuffer.compareTo");
    private static final String IN_THE_SAME_TIME = "java.security.MessageDigest.isEqual";
    private static final Set<String> PROOFS =
            Set.of("javax.crypto.Mac", "com.google.crypto.tink.prf.Prf");

    private Conditions() {}

    /// Bytes are compared by `place` alone, and who makes proofs compares no texts.
    static ArchCondition<JavaClass> compareSecretsIn(String place) {
        return condition(
                "compare secrets in " + place,
                type ->
                        type.getName().equals(place)
                                ? Stream.empty()
                                : type.getAccessesFromSelf().stream()
                                        .filter(access -> comparesSecrets(type, access))
                                        .map(JavaAccess::getDescription));
    }

    private static boolean comparesSecrets(JavaClass type, JavaAccess<?> access) {
        String target = target(access);
        return target.equals(IN_THE_SAME_TIME)
                || (BYTE_BY_BYTE.contains(target)
                        && access.getTarget().getFullName().contains("[B"))
                || (LETTER_BY_LETTER.contains(target) && makesProofs(type));
    }

    private static boolean makesProofs(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(other -> PROOFS.contains(other.getTargetClass().getName()));
    }

    private static Stream<String> clocksAndDice(JavaClass type) {
        return type.getAccessesFromSelf().stream()
                .filter(access -> CLOCKS_AND_DICE.contains(target(access)))
                .map(JavaAccess::getDescription);
    }

    private static String target(JavaAccess<?> access) {
        return access.getTargetOwner().getName() + "." + access.getTarget().getName();
    }

    private static Stream<String> otherDoors(JavaClass type) {
        long doors =
                type.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .count();
        int needs =
                type.getConstructors().stream()
                        .map(JavaConstructor::getRawParameterTypes)
                        .mapToInt(java.util.List::size)
                        .max()
                        .orElse(0);
        return Stream.of(
                        type.getModifiers().contains(JavaModifier.FINAL) ? "" : "is not final",
                        doors == 1 ? "" : "has " + doors + " public methods",
                        needs <= ARGUMENTS_MAX ? "" : "needs " + needs + " things",
                        type.getConstructors().size() == 1 ? "" : "is built in several ways")
                .filter(fault -> !fault.isEmpty())
                .map(fault -> type.getName() + " " + fault);
    }

    static ArchCondition<JavaClass> knowNoOther(DescribedPredicate<JavaClass> kind) {
        return condition(
                "know no other",
                type ->
                        type.getDirectDependenciesFromSelf().stream()
                                .map(Dependency::getTargetClass)
                                .filter(kind.and(other -> !other.equals(type)))
                                .map(other -> type.getName() + " knows " + other.getName()));
    }

    static ArchCondition<JavaClass> haveATwinIn(String memory) {
        return condition(
                "have a twin in memory",
                port -> {
                    String twin = memory + ".Memory" + port.getSimpleName();
                    boolean found =
                            port.getAllSubclasses().stream()
                                    .anyMatch(one -> one.getName().equals(twin));
                    return found ? Stream.empty() : Stream.of(port.getName() + " has no " + twin);
                });
    }

    private static ArchCondition<JavaClass> condition(
            String words, Function<JavaClass, Stream<String>> faults) {
        return new ArchCondition<>(words) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                faults.apply(type)
                        .forEach(fault -> events.add(SimpleConditionEvent.violated(type, fault)));
            }
        };
    }
}
