package io.turnout.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A short scenario against a house of its own: two instances, one of which is killed while people
/// register, a trouble of Salesforce, an organiser at work, and a load test that an org declares.
class ScenarioSmokeTest {
    private static final String SHORT =
            """
            why: It still runs.
            house:
              instances: 2
              settings: {limits: {loadTest: {quota: 20, window: 2s}}}
              hosts: {tickets.fair.example: 00DTURNOUT0000125A}
            events:
              fair: {org: 00DTURNOUT0000125A, name: Fair, seats: 50}
              open: {org: 00DTURNOUT0000125A, name: Open Day, seats: 50}
            phases:
              - name: sold
                lasts: 4s
                traffic:
                  - {what: register, event: fair, perSecond: 20, retries: 6}
                  - {what: page, event: fair, host: tickets.fair.example, perSecond: 5}
                  - {what: read, event: fair, perSecond: 5}
                happenings:
                  - {after: 500ms, what: fault, org: 00DTURNOUT0000125A, \
            order: {kind: cut-after, calls: 1}}
                  - {after: 1s, what: kill, instance: 2}
                  - {after: 1500ms, what: start, instance: 2}
                drains: 60s
              - name: renamed
                lasts: 1s
                traffic: [{what: click, perSecond: 2}]
              - name: tested
                lasts: 1s
                traffic: [{what: rehearse, event: open, perSecond: 5}]
            expect:
              - sold.register.yes = 50
              - sold.register.no = 30
              - renamed.click.yes = 2
              - tested.rehearse.yes = 5
            """;

    @TempDir private Path folder;

    @Test
    void what_is_expected_is_judged_and_written_down() throws IOException {
        Judged judged = Judged.run(folder, "short.yml", SHORT);

        assertThat(judged.said()).contains("All held");
        assertThat(judged.held()).isTrue();
        assertThat(folder.resolve("short/result.json")).content().contains("\"holds\" : true");
        assertThat(folder.resolve("short/report.html"))
                .content()
                .contains("<polyline", "sold: register");
    }
}
