package io.turnout.adapters.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterTier;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/// The parameters of one stack: `/turnout/<stack>/vars/<name>` and `/turnout/<stack>/releases/<n>`.
public final class Parameters {
    private static final int PAGE = 10;
    private static final long RELEASES_KEPT = 30;
    private static final int VARIABLES_MAX = 1_000;

    private final SsmClient ssm;
    private final String vars;
    private final String releases;

    /// @param stack as in the settings
    public Parameters(SsmClient ssm, String stack) {
        this.ssm = ssm;
        this.vars = "/turnout/" + stack + "/vars/";
        this.releases = "/turnout/" + stack + "/releases/";
    }

    record Value(String text, long version) {}

    Map<String, Value> variables() {
        Map<String, Value> all = new TreeMap<>();
        for (Parameter one : under(vars)) {
            all.put(last(one), new Value(one.value(), one.version()));
        }
        return all;
    }

    private List<Parameter> under(String path) {
        return ssm
                .getParametersByPathPaginator(
                        request -> request.path(path).withDecryption(true).maxResults(PAGE))
                .stream()
                .flatMap(page -> page.parameters().stream())
                .limit(VARIABLES_MAX)
                .toList();
    }

    private static String last(Parameter parameter) {
        return parameter.name().substring(parameter.name().lastIndexOf('/') + 1);
    }

    List<Listed> releases() {
        return under(releases).stream().map(Parameters::listed).toList();
    }

    private static Listed listed(Parameter parameter) {
        return Listed.parse(Long.parseLong(last(parameter)), parameter.value());
    }

    Optional<Listed> release(long version) {
        try {
            return Optional.of(
                    listed(ssm.getParameter(one -> one.name(releases + version)).parameter()));
        } catch (ParameterNotFoundException forgotten) {
            return Optional.empty();
        }
    }

    /// Fails when it is there.
    void create(Listed release) {
        put(releases + release.version(), release.text(), ParameterType.STRING, false);
    }

    void complete(Listed release) {
        put(releases + release.version(), release.text(), ParameterType.STRING, true);
    }

    void put(String name, String value) {
        put(vars + name, value, ParameterType.SECURE_STRING, true);
    }

    private void put(String name, String value, ParameterType type, boolean overwrite) {
        var _ =
                ssm.putParameter(
                        request ->
                                request.name(name)
                                        .value(value)
                                        .type(type)
                                        .tier(ParameterTier.INTELLIGENT_TIERING)
                                        .overwrite(overwrite));
    }

    /// The release that is one too many, now that this one is there.
    void forget(long newest) {
        if (newest > RELEASES_KEPT) {
            var _ =
                    ssm.deleteParameters(
                            request -> request.names(releases + (newest - RELEASES_KEPT)));
        }
    }

    /// Old versions of variables, ten a call.
    Map<String, Value> at(Map<String, Long> versions) {
        List<String> names =
                versions.entrySet().stream()
                        .map(one -> vars + one.getKey() + ":" + one.getValue())
                        .toList();
        Map<String, Value> all = new TreeMap<>();
        for (int from = 0; from < names.size(); from += PAGE) {
            List<String> page =
                    new ArrayList<>(names.subList(from, Math.min(names.size(), from + PAGE)));
            var answer = ssm.getParameters(one -> one.names(page).withDecryption(true));
            if (!answer.invalidParameters().isEmpty()) {
                throw ParameterNotFoundException.builder()
                        .message("forgotten")
                        .statusCode(400)
                        .build();
            }
            answer.parameters()
                    .forEach(one -> all.put(last(one), new Value(one.value(), one.version())));
        }
        return all;
    }
}
