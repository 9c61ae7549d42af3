package org.portfolioledger.query.answer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands controllers the question of a request. */
public final class ReadRequestArgumentResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(ReadRequest.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        ReadParameters asks = Objects.requireNonNull(
                parameter.getMethodAnnotation(ReadParameters.class),
                "a method that takes ReadRequest says what it @ReadParameters");
        return ReadRequestParser.read(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)), asks);
    }
}
