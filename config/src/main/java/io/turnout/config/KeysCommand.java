package io.turnout.config;

import io.turnout.adapters.tink.LocalKeyManagement;
import io.turnout.application.privacy.KeyManagement;
import io.turnout.application.privacy.KeyManagement.Master;
import io.turnout.application.privacy.KeyUseCases;
import io.turnout.application.privacy.OrgKeys.Purpose;
import io.turnout.application.privacy.ShowKeys;
import io.turnout.domain.org.OrgId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jspecify.annotations.Nullable;

/// Says under which keys everything is, and how far a replacement is; with `--replace`, begins one
/// of the key an org seals with, with `--replace-index` of that by which people are found.
/// Whichever server runs does the rest.
public final class KeysCommand extends StorageCommand {
    private static final String ALL = "all";
    private static final String SEAL = "seal";
    private static final String INDEX = "index";

    KeysCommand() {
        super("keys", "says under which keys everything is, or replaces those of orgs");
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        var _ =
                parser.addArgument("--replace")
                        .dest(SEAL)
                        .metavar("ORG")
                        .help("begins to replace the key an org seals with, or of \"all\"");
        var _ =
                parser.addArgument("--replace-index")
                        .dest(INDEX)
                        .metavar("ORG")
                        .help("the same of the key by which people are found");
    }

    @Override
    void run(Namespace namespace, Stored stored) {
        KeyManagement management = stored.keys();
        KeyUseCases keys = stored.wiring().keys(management);
        replace(keys, namespace.getString(SEAL), Purpose.SEAL);
        replace(keys, namespace.getString(INDEX), Purpose.EMAIL);
        show(keys.show().show(), management);
    }

    private static void replace(KeyUseCases keys, @Nullable String whose, Purpose purpose) {
        if (whose != null) {
            Set<OrgId> orgs = whose.equals(ALL) ? keys.show().show().orgs() : Set.of(org(whose));
            orgs.forEach(
                    org ->
                            System.out.println(
                                    org + " " + keys.replaceOrgKey().replace(org, purpose)));
        }
    }

    private static OrgId org(String id) {
        try {
            return new OrgId(id);
        } catch (IllegalArgumentException wrong) {
            throw new Said(id + ": " + wrong.getMessage());
        }
    }

    private static void show(ShowKeys.Shown shown, KeyManagement management) {
        if (management instanceof LocalKeyManagement local) {
            local.masters().stream()
                    .filter(master -> !shown.masters().containsKey(master))
                    .forEach(master -> show(master, 0));
        }
        for (Map.Entry<Master, Integer> entry : shown.masters().entrySet()) {
            show(entry.getKey(), entry.getValue());
        }
        for (ShowKeys.Replacing org : shown.replacing()) {
            System.out.printf(
                    Locale.ROOT,
                    "%s %s key %d replaces %s: %d records are left%n",
                    org.org(),
                    org.purpose().name().toLowerCase(Locale.ROOT),
                    org.newest(),
                    org.older(),
                    org.stale());
        }
    }

    private static void show(Master master, int count) {
        System.out.printf(
                Locale.ROOT,
                "master key %-8s %-7s: %d keys of orgs%n",
                master.name(),
                master.standing().name().toLowerCase(Locale.ROOT),
                count);
    }
}
