package io.turnout.config;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/// What makes a class a use case: a class of a feature of the application that is no value.
final class UseCase extends DescribedPredicate<JavaClass> {
    private final String application;

    UseCase(String root) {
        super("are use cases");
        this.application = root + ".application.";
    }

    @Override
    public boolean test(JavaClass type) {
        return type.getPackageName().startsWith(application)
                && !type.getPackageName().startsWith(application + "memory")
                && type.isTopLevelClass()
                && !type.isInterface()
                && !type.isRecord()
                && !type.isEnum();
    }
}
