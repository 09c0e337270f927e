package io.turnout.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.turnout.adapters.http.operator.AuditExport;
import io.turnout.application.audit.AuditTrail;
import io.turnout.application.audit.AuditUseCases;
import io.turnout.application.audit.VerifyAudit.Verdict;
import io.turnout.domain.audit.AuditHead;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jspecify.annotations.Nullable;

/// Shows what was done by those who run the house, for a period; with `--verify`, says whether it
/// is as it was written, and ends with 0 only if it is (A25).
public final class AuditCommand extends StorageCommand {
    AuditCommand() {
        super("audit", "exports the audit trail, or verifies it");
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        var _ =
                parser.addArgument("--from")
                        .help("an instant such as 2026-01-31T00:00:00Z, inclusive");
        var _ = parser.addArgument("--to").help("an instant, exclusive");
        var _ = parser.addArgument("--format").setDefault("csv").help("csv or json (csv)");
        var _ =
                parser.addArgument("--verify")
                        .action(Arguments.storeTrue())
                        .help("go through all of it, and find what was changed");
        var _ =
                parser.addArgument("--known")
                        .help("with --verify: a head NUMBER:HASH that was kept elsewhere");
    }

    @Override
    void run(Namespace namespace, Stored stored) throws IOException {
        AuditUseCases audit = AuditUseCases.over(stored.wiring().kept().trail(), stored.keys());
        if (namespace.getBoolean("verify")) {
            verify(audit, given(namespace, "known", AuditHead::parse));
        } else {
            AuditExport format =
                    given(namespace, "format", word -> AuditExport.valueOf(upper(word)))
                            .orElse(AuditExport.CSV);
            export(
                    audit,
                    format,
                    new AuditTrail.Period(
                            given(namespace, "from", Instant::parse),
                            given(namespace, "to", Instant::parse)));
        }
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static void export(AuditUseCases audit, AuditExport format, AuditTrail.Period period)
            throws IOException {
        // Not System.out, which a settings file may send elsewhere.
        try (Writer out =
                new BufferedWriter(
                        new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), UTF_8))) {
            long _ =
                    audit.read()
                            .all(
                                    new AuditTrail.Query(
                                            0, period, Optional.empty(), AuditTrail.READ_MAX),
                                    format.to(out));
        }
    }

    private static void verify(AuditUseCases audit, Optional<AuditHead> known) {
        String said =
                switch (audit.verify().verify(known)) {
                    case Verdict.Whole(var head) -> {
                        try (PrintStream out = out()) {
                            out.println(
                                    "Whole: " + head.number() + " records. Keep this elsewhere:");
                            out.println(head);
                        }
                        yield "";
                    }
                    case Verdict.Changed(var number) ->
                            "CHANGED: record " + number + " does not follow from those before it.";
                    case Verdict.Forged(var anchor) ->
                            "CHANGED: it begins after "
                                    + anchor.head()
                                    + ", and no master key of the settings has sealed that.";
                    case Verdict.Another(var head) ->
                            "CHANGED: the record of " + head + " is not here any more.";
                };
        if (!said.isEmpty()) {
            throw new Said(said);
        }
    }

    private static PrintStream out() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    }

    private static <T> Optional<T> given(
            Namespace namespace, String name, Function<String, T> read) {
        @Nullable String text = namespace.getString(name);
        try {
            return Optional.ofNullable(text).map(read);
        } catch (RuntimeException mistyped) {
            throw new Said("--" + name + " " + text + " is none: see --help");
        }
    }
}
