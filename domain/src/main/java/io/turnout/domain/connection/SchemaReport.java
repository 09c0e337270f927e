package io.turnout.domain.connection;

import java.util.List;

/// How the objects and fields of an org fit its mapping.
public sealed interface SchemaReport {
    /// The org described them; whatever is not in `findings` is as it is needed.
    record Described(List<Finding> findings) implements SchemaReport {
        private static final int SHOWN = 2;

        public Described {
            findings = List.copyOf(findings);
        }

        /// What keeps attendees from being written, in a few words; empty when nothing does.
        public String hindrance() {
            List<Finding> hindering =
                    findings.stream()
                            .filter(finding -> finding.harm() == Finding.Harm.DELIVERY)
                            .toList();
            List<String> first =
                    hindering.stream()
                            .limit(SHOWN)
                            .map(finding -> finding.place() + " " + finding.what())
                            .toList();
            int more = hindering.size() - first.size();
            return String.join("; ", first) + (more > 0 ? "; and " + more + " more" : "");
        }

        /// Whether attendees can be written.
        public boolean delivers() {
            return hindrance().isEmpty();
        }
    }

    /// The org could not be asked, so that nothing is known.
    record Unanswered(String why) implements SchemaReport {}
}
