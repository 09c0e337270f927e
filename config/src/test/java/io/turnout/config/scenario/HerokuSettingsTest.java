package io.turnout.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.adapters.heroku.HerokuApi;
import io.turnout.adapters.heroku.HerokuConfigVariables;
import io.turnout.adapters.heroku.HerokuFake;
import io.turnout.domain.setting.ChangeStage;
import io.turnout.domain.setting.Proposal;
import io.turnout.domain.setting.ProposalId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A dyno that changes the config vars of its app, and is restarted by that.
class HerokuSettingsTest {
    private static final String POOL = "TURNOUT_POOL_SIZE";
    private static final String TIMEOUT = "TURNOUT_STATEMENT_TIMEOUT";

    @TempDir private Path folder;

    private static ConfigDesk desk(CloudStreet street, HerokuFake heroku) {
        return new ConfigDesk(
                street.gate("heroku"),
                new HerokuConfigVariables(
                        new HerokuApi(
                                new HerokuApi.Account(
                                        heroku.url(),
                                        HerokuFake.TOKEN,
                                        HerokuFake.APP,
                                        Duration.ofSeconds(5)),
                                InstantSource.system())));
    }

    private static Map<String, String> environment(CloudStreet street, HerokuFake heroku, int port)
            throws Exception {
        Map<String, String> all = HerokuStartTest.environment(street, port);
        all.put("HEROKU_APP_NAME", HerokuFake.APP);
        all.put("TURNOUT_HEROKU_TOKEN", HerokuFake.TOKEN);
        all.merge(
                "JAVA_OPTS",
                " -Ddw.variables.heroku.api="
                        + heroku.url()
                        + " -Ddw.server.adminConnectors[0].port="
                        + Started.freePort(),
                String::concat);
        all.putAll(heroku.variables());
        return all;
    }

    @Test
    void what_is_confirmed_is_in_the_config_vars_and_what_harms_never_was() throws Exception {
        try (CloudStreet street = new CloudStreet(folder);
                HerokuFake heroku = new HerokuFake()) {
            int port = Started.freePort();
            try (Started release =
                    Started.run(
                            folder,
                            HerokuStartTest.line("release"),
                            environment(street, heroku, port))) {
                assertThat(release.exitCode()).as(release.said()).isZero();
            }
            street.publish("heroku");
            ConfigDesk desk = desk(street, heroku);
            ProposalId good;
            try (Started web = web(street, heroku, port)) {
                web.awaitOpen();
                good = changed(desk, heroku);
                web.kill();
            }

            assertThat(heroku.variables()).containsEntry(POOL, "12");
            try (Started web = web(street, heroku, port)) {
                web.awaitOpen();
                Proposal watched = desk.await(good, ChangeStage.WATCHING);
                assertThat(watched.progress().confirmBy()).isPresent();
                desk.confirm(good);
                assertThat(Started.visitor(1, port).register().statusCode())
                        .as(web.said())
                        .isEqualTo(201);

                ProposalId harmful = desk.propose(TIMEOUT, "1ms");
                Proposal rejected = desk.await(harmful, ChangeStage.REJECTED);

                System.out.println("rejected at Heroku: " + rejected.progress().note());
                assertThat(heroku.restarts()).isEqualTo(1);
                assertThat(heroku.variables()).containsEntry(POOL, "12").doesNotContainKey(TIMEOUT);
            }
        }
    }

    private Started web(CloudStreet street, HerokuFake heroku, int port) throws Exception {
        return Started.run(folder, HerokuStartTest.line("web"), environment(street, heroku, port));
    }

    /// Proposed until Heroku is told.
    private static ProposalId changed(ConfigDesk desk, HerokuFake heroku)
            throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(150).toNanos();
        ProposalId proposed = desk.propose(POOL, "12");
        while (heroku.restarts() == 0) {
            assertThat(System.nanoTime()).as("nothing was changed").isLessThan(end);
            if (desk.isRejected(proposed)) {
                proposed = desk.propose(POOL, "12");
            }
            Thread.sleep(5);
        }
        return proposed;
    }
}
