package io.turnout.demo;

import io.dropwizard.logging.common.BootstrapLogging;
import java.io.PrintStream;

/// `./turnout demo`: the whole house on this machine, until it is told to stop.
public final class DemoMain {
    private static final int USAGE = 2;

    private DemoMain() {}

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        switch (DemoOptions.read(arguments)) {
            case DemoOptions.Help() -> out.println(DemoOptions.USAGE);
            case DemoOptions.Wrong(var reason) -> {
                System.err.println("turnout demo: " + reason);
                System.err.println(DemoOptions.USAGE);
                System.exit(USAGE);
            }
            case DemoOptions.Chosen(var options) -> run(options, new Progress(out));
        }
    }

    private static void run(DemoOptions options, Progress progress) {
        BootstrapLogging.bootstrap();
        Demo demo = new Demo(options, progress);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(demo::close));
        try {
            demo.start();
        } catch (DemoTrouble trouble) {
            System.err.println("turnout demo: " + trouble.getMessage());
            System.exit(1);
        } catch (RuntimeException bug) {
            bug.printStackTrace();
            System.exit(1);
        }
    }
}
