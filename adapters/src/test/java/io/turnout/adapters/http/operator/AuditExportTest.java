package io.turnout.adapters.http.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.audit.AuditEntry;
import io.turnout.domain.audit.AuditHead;
import io.turnout.domain.audit.AuditRecord;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditExportTest {
    private static final AuditRecord RECORD =
            AuditRecord.after(
                    AuditHead.NONE,
                    Instant.parse("2026-03-02T12:00:00Z"),
                    new AuditEntry("op-7", "PUT /a", Optional.empty(), "a, b", "201", "r-1"));

    private static String exported(AuditExport format) {
        StringWriter out = new StringWriter();
        format.to(out).accept(RECORD);
        return out.toString();
    }

    @Test
    void nothing_of_a_record_is_held_back() {
        assertThat(exported(AuditExport.CSV).lines())
                .containsExactly(
                        "number,at,actor,action,org,subject,outcome,request,previous,hash",
                        "1,2026-03-02T12:00:00Z,op-7,PUT /a,,\"a, b\",201,r-1,"
                                + RECORD.previous()
                                + ","
                                + RECORD.hash());
        assertThat(exported(AuditExport.JSON))
                .startsWith("{\"number\":1,\"at\":\"2026-03-02T12:00:00Z\"")
                .endsWith("}\n");
    }
}
