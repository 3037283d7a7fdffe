using Rootscope.Answers.Questions;
using Rootscope.Tables;
using Rootscope.Web.Api;
using Rootscope.Web.Language;

namespace Rootscope.Web.Requests;

/// <summary>A parameter that cannot be as it was given.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Repair">What to write instead.</param>
internal sealed record ParameterFault(string Parameter, string Fault, string Repair);

/// <summary>Parameters of a request that cannot be answered as they are.</summary>
internal sealed class ParameterException(IReadOnlyList<ParameterFault> faults)
    : RootscopeException(string.Join(' ', faults.Select(f => $"{f.Fault} {f.Repair}")))
{
    /// <summary>Options of questions that the API calls otherwise.</summary>
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal) { ["sort"] = "measure" };

    public IReadOnlyList<ParameterFault> Faults => faults;

    /// <summary>The faults of a question as those of parameters.</summary>
    public static ParameterException Of(QuestionException fault) =>
        new([
            .. fault.Faults.Select(f => new ParameterFault(
                NameOf(f.Option),
                QuestionFault.Told(f.Fault, Phrase),
                QuestionFault.Told(f.Repair, Phrase)
            )),
        ]);

    private static string Phrase(string option, string? value) => value is null ? NameOf(option) : $"{NameOf(option)}={value}";

    /// <summary>The parameter that an option is.</summary>
    internal static string NameOf(string option) => Names.GetValueOrDefault(option, option);
}

/// <summary>The answer is not there yet; whoever asks again later has it.</summary>
internal sealed class NotReadyException(string message) : RootscopeException(message);

/// <summary>The answer cannot be made now, because too much waits; whoever asks after a while can have it made.</summary>
internal sealed class BusyException(string message, TimeSpan comeBack) : RootscopeException(message)
{
    /// <summary>When to come back.</summary>
    public TimeSpan ComeBack => comeBack;
}
