package io.turnout.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.simulator.nudge.NudgeTarget;
import io.turnout.simulator.org.Latency;
import io.turnout.simulator.schema.CustomObjects;
import io.turnout.simulator.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the program was told on its command line.
final class CommandLine {
    static final String HELP =
            """
            simulator [options]        some Salesforce orgs on this machine

              --org ID:PORT            an org and its port; repeat for more. Default:
                                       00DTURNOUT0000125A:8090, 00DTURNOUT0000225A:8091,
                                       00DTURNOUT0000025A:8093 (the vendor's own)
              --admin-port PORT        where checkers look and order troubles (8092)
              --bind ADDRESS           the address to listen on (127.0.0.1)
              --data DIR               keep the rows there; without it they go with the process
              --seed FILE.json         rows to start with; `none` for an empty org
              --schema FILE.json       objects beside the standard ones, for every org
              --public-key FILE.pem    RSA public key for logging in with a JWT
              --latency B:R[:SPREAD:SEED]  milliseconds for a call and for each of its rows,
                                       give or take SPREAD (0.2 is a fifth), drawn from SEED
              --trigger OBJECT=MILLIS  what an object's triggers take for each 200 rows written,
                                       `*` for every other object; repeat for more
              --nudge ORG=URL          where the org's package tells of its changes; {org} in it is
                                       the org's id; repeat for more
              --nudge-secret SECRET    what it signs with, whsec_<base64>; ORG=SECRET for one org
              --daily-calls N          API calls allowed in 24 hours (115000)
              --help                   this text
            """;

    private final List<OrgSettings> orgs = new ArrayList<>();
    private final Map<String, Duration> triggers = new LinkedHashMap<>();
    private final Map<String, String> nudges = new LinkedHashMap<>();
    private final Map<String, String> secrets = new HashMap<>();
    private String bind = "127.0.0.1";
    private int adminPort = SimulatorSettings.ADMIN_PORT;
    private @Nullable Path data;
    private @Nullable Path publicKey;
    private @Nullable Path schema;
    private String seed = "";
    private Latency latency = Latency.none();
    private @Nullable Integer dailyCalls;

    private CommandLine() {}

    /// Reads the arguments; one that is not understood is named in the exception.
    static SimulatorSettings parse(List<String> arguments) {
        CommandLine line = new CommandLine();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            if (!rest.hasNext()) {
                throw new IllegalArgumentException(option + " is unknown or lacks its value");
            }
            line.take(option, rest.next());
        }
        return line.settings();
    }

    private void take(String option, String value) {
        switch (option) {
            case "--org" -> {
                int colon = value.lastIndexOf(':');
                if (colon < 0) {
                    throw new IllegalArgumentException("--org wants ID:PORT, not " + value);
                }
                int port = number(option, value.substring(colon + 1));
                orgs.add(OrgSettings.of(value.substring(0, colon), port));
            }
            case "--admin-port" -> adminPort = number(option, value);
            case "--bind" -> bind = value;
            case "--data" -> data = Path.of(value);
            case "--seed" -> seed = value;
            case "--schema" -> schema = Path.of(value);
            case "--public-key" -> publicKey = Path.of(value);
            case "--trigger" -> {
                List<String> parts = pair(value);
                triggers.put(parts.getFirst(), millis(option, parts.getLast()));
            }
            case "--nudge" -> {
                List<String> parts = pair(value);
                nudges.put(parts.getFirst(), parts.getLast());
            }
            case "--nudge-secret" -> {
                List<String> parts = value.startsWith("00D") ? pair(value) : List.of("", value);
                secrets.put(parts.getFirst(), parts.getLast());
            }
            case "--daily-calls" -> dailyCalls = number(option, value);
            case "--latency" -> latency = latency(value);
            default -> throw new IllegalArgumentException("unknown option " + option);
        }
    }

    private static List<String> pair(String value) {
        int sign = value.indexOf('=');
        if (sign < 0) {
            throw new IllegalArgumentException("NAME=VALUE is wanted, not " + value);
        }
        return List.of(value.substring(0, sign), value.substring(sign + 1));
    }

    private static int number(String option, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " wants a number, not " + value, e);
        }
    }

    private static Duration millis(String option, String value) {
        return Duration.ofMillis(number(option, value));
    }

    private static Latency latency(String value) {
        List<String> parts = new ArrayList<>(List.of(value.split(":", 4)));
        List<String> rest = List.of("0", "0", "0", "1");
        parts.addAll(rest.subList(parts.size(), rest.size()));
        try {
            double spread = Double.parseDouble(parts.get(2));
            Duration base = millis("--latency", parts.get(0));
            long seed = Long.parseLong(parts.get(3));
            return new Latency(base, millis("--latency", parts.get(1)), spread, seed);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--latency wants numbers, not " + value, e);
        }
    }

    private SimulatorSettings settings() {
        SimulatorSettings settings = SimulatorSettings.standard().withNetwork(bind, adminPort);
        List<OrgSettings> chosen = orgs.isEmpty() ? settings.orgs() : orgs;
        settings = settings.withOrgs(chosen.stream().map(this::limited).map(this::aimed).toList());
        if (!nudges.isEmpty()) {
            throw new IllegalArgumentException("--nudge names no org: " + nudges.keySet());
        }
        if (publicKey != null) {
            settings = settings.withPublicKey(readKey(publicKey));
        }
        if (schema != null) {
            settings = settings.withObjects(CustomObjects.read(read(schema)));
        }
        if (data != null) {
            settings = settings.withData(data);
        }
        return settings.withSeed(seedRows(settings.orgs()));
    }

    private OrgSettings limited(OrgSettings org) {
        Latency whole = latency;
        for (Map.Entry<String, Duration> one : triggers.entrySet()) {
            whole = whole.withTrigger(one.getKey(), one.getValue());
        }
        OrgSettings paced = org.withLatency(whole);
        return dailyCalls == null
                ? paced
                : paced.withLimits(paced.limits().withDailyCalls(dailyCalls));
    }

    private OrgSettings aimed(OrgSettings org) {
        String address = nudges.remove(org.id());
        if (address == null) {
            return org;
        }
        String secret = secrets.getOrDefault(org.id(), secrets.get(""));
        if (secret == null) {
            throw new IllegalArgumentException("--nudge needs a --nudge-secret for " + org.id());
        }
        NudgeTarget target = NudgeTarget.of(address, org.id(), secret);
        return org.withNudges(target.url(), target.secret());
    }

    private List<SeedRow> seedRows(List<OrgSettings> all) {
        try {
            return switch (seed) {
                case "none" -> List.of();
                case "" -> {
                    try (InputStream in =
                            Objects.requireNonNull(
                                    CommandLine.class.getResourceAsStream("seed.json"))) {
                        yield read(in.readAllBytes(), all);
                    }
                }
                default -> read(Files.readAllBytes(Path.of(seed)), all);
            };
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the seed " + seed, e);
        }
    }

    /// `[{"org": "00D…", "object": "Event__c", "rows": [{…}]}]`; without `org` every org gets them.
    private static List<SeedRow> read(byte[] json, List<OrgSettings> all) {
        List<SeedRow> rows = new ArrayList<>();
        for (JsonNode part : Json.read(json)) {
            for (OrgSettings org : all) {
                if (part.path("org").asText(org.id()).equals(org.id())) {
                    for (JsonNode row : part.path("rows")) {
                        rows.add(new SeedRow(org.id(), part.path("object").asText(), map(row)));
                    }
                }
            }
        }
        return rows;
    }

    @SuppressWarnings("unchecked") // Jackson makes a map of text keys of every JSON object
    private static Map<String, Object> map(JsonNode row) {
        return Json.MAPPER.convertValue(row, Map.class);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static RSAPublicKey readKey(Path file) {
        try {
            String pem = read(file);
            byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            KeyFactory factory = KeyFactory.getInstance("RSA");
            return (RSAPublicKey) factory.generatePublic(new X509EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no RSA public key in " + file, e);
        }
    }
}
