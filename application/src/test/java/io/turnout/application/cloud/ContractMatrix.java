package io.turnout.application.cloud;

import io.turnout.application.privacy.KeyManagementContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Prints which case of which contract which adapter kept, when a run had contracts of clouds:
/// rows are cases, columns adapters. Beside the reports it stands in target/contract-matrix.txt.
public final class ContractMatrix implements TestExecutionListener {
    private final Map<String, Map<String, Map<String, String>>> ports = new ConcurrentHashMap<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            test.getSource()
                    .filter(MethodSource.class::isInstance)
                    .map(MethodSource.class::cast)
                    .ifPresent(method -> note(test, method, result));
        }
    }

    private void note(TestIdentifier test, MethodSource method, TestExecutionResult result) {
        String contract = contract(method.getJavaClass());
        boolean isOurs =
                CloudContract.class.isAssignableFrom(method.getJavaClass())
                        || contract.equals(KeyManagementContract.class.getSimpleName())
                        || contract.startsWith("Instance")
                        || contract.startsWith("Session")
                        || contract.startsWith("DatabaseCredentials");
        if (isOurs && !contract.isEmpty()) {
            boolean dynamic = test.getUniqueId().contains("dynamic-test");
            String name =
                    dynamic
                            ? "trouble: " + test.getDisplayName()
                            : test.getDisplayName().replace("()", "");
            String adapter = method.getJavaClass().getSimpleName().replaceFirst("Test$", "");
            boolean kept = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
            var _ =
                    ports.computeIfAbsent(contract.replace("Contract", ""), _ -> new TreeMap<>())
                            .computeIfAbsent(name, _ -> new TreeMap<>())
                            .put(adapter, kept ? "kept" : "BROKEN");
        }
    }

    private static String contract(Class<?> type) {
        Class<?> above = type.getSuperclass();
        while (above != null && !above.getSimpleName().endsWith("Contract")) {
            above = above.getSuperclass();
        }
        return above == null ? "" : above.getSimpleName();
    }

    @Override
    public void testPlanExecutionFinished(TestPlan finished) {
        if (!ports.isEmpty()) {
            String all =
                    new TreeMap<>(ports)
                            .entrySet().stream()
                                    .map(port -> table(port.getKey(), port.getValue()))
                                    .collect(Collectors.joining("\n"));
            System.out.println(all);
            try {
                var _ = Files.writeString(Path.of("target", "contract-matrix.txt"), all);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String table(String port, Map<String, Map<String, String>> cases) {
        List<String> adapters =
                new ArrayList<>(
                        cases.values().stream()
                                .flatMap(row -> row.keySet().stream())
                                .collect(Collectors.toCollection(TreeSet::new)));
        StringBuilder table = new StringBuilder(port + ": " + String.join(" | ", adapters) + "\n");
        cases.forEach(
                (name, row) ->
                        table.append("  ")
                                .append(
                                        adapters.stream()
                                                .map(one -> row.getOrDefault(one, "-"))
                                                .map(one -> "%-7s".formatted(one))
                                                .collect(Collectors.joining()))
                                .append(name)
                                .append('\n'));
        return table.toString();
    }
}
