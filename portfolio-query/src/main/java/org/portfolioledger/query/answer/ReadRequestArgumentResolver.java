package org.portfolioledger.query.answer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.point.TimePointResolver;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Hands controllers the question of a request. */
public final class ReadRequestArgumentResolver implements HandlerMethodArgumentResolver {

    /** Made with the first request: what it needs is made later than what takes requests. */
    private final Supplier<TimePointResolver> points;

    public ReadRequestArgumentResolver(Supplier<TimePointResolver> points) {
        this.points = points;
    }

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
        HttpServletRequest asked = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        HandlerMethod method = (HandlerMethod) asked.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
        ReadParameters asks = Objects.requireNonNull(
                parametersOf(Objects.requireNonNull(method)),
                "a method that takes ReadRequest says what it @ReadParameters");
        return ReadRequestParser.read(asked, asks, points.get()::sight);
    }

    /** What a method may be asked; null where it takes no {@link ReadRequest}. */
    public static @Nullable ReadParameters parametersOf(HandlerMethod method) {
        return method.getBean() instanceof DescribedRead described
                ? described.parameters(method.getMethod())
                : method.getMethodAnnotation(ReadParameters.class);
    }
}
