package io.turnout.simulator.bulk;

import io.turnout.simulator.org.Org;
import io.turnout.simulator.rest.RestApi;
import io.turnout.simulator.rest.Visit;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.wire.Reply;

/// Everything below `/jobs` of one org.
public final class JobsDesk {
    private final IngestDesk ingest;
    private final QueryJobs queries;

    public JobsDesk(Org org) {
        this.ingest = new IngestDesk(org);
        this.queries = new QueryJobs(org);
    }

    public Reply answer(Visit visit) {
        return switch (visit.step(1)) {
            case "ingest" -> ingest.answer(visit);
            case "query" -> queries.answer(visit);
            case "" -> throw Refusal.unknown();
            default -> throw RestApi.notModelled(visit);
        };
    }

    /// `66.0` of `/services/data/v66.0`.
    static String version(Visit visit) {
        return visit.root().substring(visit.root().lastIndexOf('v') + 1);
    }
}
