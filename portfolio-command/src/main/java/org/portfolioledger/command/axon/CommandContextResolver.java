package org.portfolioledger.command.axon;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/** Hands a shell's handler the context of the command that it handles. */
final class CommandContextResolver implements ParameterResolverFactory, ParameterResolver<CommandContext> {

    static final String RESOURCE = CommandContext.class.getName();

    @Override
    public @Nullable ParameterResolver<CommandContext> createInstance(
            Executable executable, Parameter[] parameters, int index) {
        return parameters[index].getType().equals(CommandContext.class) ? this : null;
    }

    @Override
    public CommandContext resolveParameterValue(Message<?> message) {
        return CurrentUnitOfWork.get().root().getResource(RESOURCE);
    }

    @Override
    public boolean matches(Message<?> message) {
        return true;
    }
}
