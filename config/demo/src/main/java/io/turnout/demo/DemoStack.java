package io.turnout.demo;

import java.util.List;

/// A stack of the demo: its name, its ports and where its data lies. With one alone it is the whole
/// house.
record DemoStack(
        String name,
        DemoAddress application,
        DemoAddress admin,
        DemoAddress postgres,
        DataFolder data) {
    static final String HEROKU = "heroku";
    static final String AWS = "aws";

    /// The first of them is the one at which orgs begin.
    static List<DemoStack> of(DemoOptions options, DataFolder data) {
        if (!options.hasTwoStacks()) {
            return List.of(
                    new DemoStack(
                            "demo",
                            DemoAddress.APPLICATION,
                            DemoAddress.ADMIN,
                            DemoAddress.POSTGRES,
                            data));
        }
        return List.of(
                new DemoStack(
                        HEROKU, DemoAddress.FIRST, DemoAddress.ADMIN, DemoAddress.POSTGRES, data),
                new DemoStack(
                        AWS,
                        DemoAddress.SECOND,
                        DemoAddress.SECOND_ADMIN,
                        DemoAddress.SECOND_POSTGRES,
                        new DataFolder(data.file(AWS))));
    }
}
