package org.portfolioledger.command;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Tries a property a hundred times as often where the system property {@code suite.size} is {@code long}. */
final class SuiteSize implements AroundPropertyHook {

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        boolean isLong = "long".equals(System.getProperty("suite.size"));
        context.attributes().tries().ifPresent(tries -> context.attributes().setTries(isLong ? tries * 100 : tries));
        return property.execute();
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }
}
