package io.turnout.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.turnout.adapters.files.FileLedgerCopy;
import io.turnout.application.erasure.CopyLedger;
import io.turnout.application.erasure.VerifyErasures;
import io.turnout.application.erasure.VerifyErasures.Receipt;
import io.turnout.application.erasure.VerifyErasures.Verdict;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.org.OrgId;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jspecify.annotations.Nullable;

/// Looks through the ledger of whom this stack forgot, and says whether it is as it was written,
/// and whether a receipt is of it; ends with 0 only if so. With `--export`, brings a file up to it.
public final class ErasuresCommand extends StorageCommand {
    ErasuresCommand() {
        super("erasures", "verifies the ledger of erasures and receipts, or exports it");
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        var _ =
                parser.addArgument("--receipt")
                        .help("a file with what was answered when an erasure was done");
        var _ =
                parser.addArgument("--export")
                        .help(
                                "a file that gets what it lacks of the ledger; name it as"
                                        + " erasure.ledger where a backup is restored");
    }

    @Override
    void run(Namespace namespace, Stored stored) throws IOException {
        PostgresWiring.Ledgers ledgers = stored.wiring().ledgers(stored.keys());
        @Nullable String export = namespace.getString("export");
        if (export != null) {
            CopyLedger copy = new CopyLedger(ledgers.ledger(), new FileLedgerCopy(Path.of(export)));
            while (copy.copy()) {
                // There is another page.
            }
        }
        @Nullable String receipt = namespace.getString("receipt");
        verify(
                new VerifyErasures(ledgers.ledger(), ledgers.vault()),
                receipt == null ? Optional.empty() : Optional.of(receipt(Path.of(receipt))));
    }

    private static Receipt receipt(Path file) throws IOException {
        JsonNode shown = new ObjectMapper().readTree(file.toFile());
        try {
            return new Receipt(
                    new OrgId(shown.path("org").asText()),
                    ErasureId.valueOf(shown.path("id").asText()),
                    shown.at("/receipt/number").asLong(),
                    shown.at("/receipt/hash").asText(),
                    shown.at("/receipt/seal").asText());
        } catch (IllegalArgumentException none) {
            throw new Said(file + " is no receipt");
        }
    }

    private static void verify(VerifyErasures verify, Optional<Receipt> receipt) {
        switch (verify.verify(receipt)) {
            case Verdict.Whole whole -> print(whole);
            case Verdict.Changed(var org, var number) ->
                    throw new Said(
                            "CHANGED: entry "
                                    + number
                                    + " of "
                                    + org
                                    + " does not follow from those before it.");
            case Verdict.Unknown() -> throw new Said("UNKNOWN: no erasure has this receipt.");
        }
    }

    private static void print(Verdict.Whole whole) {
        try (PrintStream out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            out.println("Whole: " + whole.entries() + " entries. Keep this elsewhere:");
            whole.heads().entrySet().stream()
                    .map(head -> head.getKey() + " " + head.getValue())
                    .sorted()
                    .forEach(out::println);
        }
    }
}
