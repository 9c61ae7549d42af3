package org.portfolioledger.command.axon;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/** Hands a shell's handler the particulars of the command that it handles. */
final class ParticularsResolver implements ParameterResolverFactory, ParameterResolver<Particulars> {

    static final String RESOURCE = Particulars.class.getName();

    @Override
    public @Nullable ParameterResolver<Particulars> createInstance(
            Executable executable, Parameter[] parameters, int index) {
        return parameters[index].getType().equals(Particulars.class) ? this : null;
    }

    @Override
    public Particulars resolveParameterValue(Message<?> message) {
        return CurrentUnitOfWork.get().root().getResource(RESOURCE);
    }

    @Override
    public boolean matches(Message<?> message) {
        return true;
    }
}
