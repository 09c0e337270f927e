package io.turnout.adapters.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.turnout.application.cloud.InstanceIdentity;
import io.turnout.application.cloud.InstanceIdentityContract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Beside an agent that says of each task who it is.
class EcsInstanceIdentityTest extends InstanceIdentityContract {
    private final AtomicInteger tasks = new AtomicInteger();
    private HttpServer agent;

    @BeforeEach
    void start() throws IOException {
        agent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var _ =
                agent.createContext(
                        "/v4/abc/task",
                        exchange -> {
                            byte[] body =
                                    """
                                    {"TaskARN":"arn:aws:ecs:eu-west-1:1:task/turnout/0123abcd%d",
                                    "Family":"turnout","Revision":"7"}
                                    """
                                            .formatted(tasks.incrementAndGet())
                                            .getBytes(StandardCharsets.UTF_8);
                            exchange.sendResponseHeaders(200, body.length);
                            exchange.getResponseBody().write(body);
                            exchange.close();
                        });
        agent.start();
    }

    @AfterEach
    void stop() {
        agent.stop(0);
    }

    @Override
    protected InstanceIdentity booted() {
        return new EcsInstanceIdentity(
                Optional.of(
                        URI.create("http://127.0.0.1:" + agent.getAddress().getPort() + "/v4/abc")),
                "b00t");
    }

    @Test
    void a_task_is_called_by_the_end_of_its_arn_and_its_revision_is_its_release() {
        assertThat(booted().self().instance()).isEqualTo("task-0123abcd1");
        assertThat(booted().self().release()).contains("turnout:7");
    }

    @Test
    void without_an_agent_its_boot_is_its_name() {
        stop();

        assertThat(booted().self().instance()).isEqualTo("task-b00t");
    }
}
