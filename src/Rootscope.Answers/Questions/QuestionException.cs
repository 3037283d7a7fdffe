namespace Rootscope.Answers.Questions;

/// <summary>A question that cannot be answered as it is put: every fault of it at once, each with a repair.</summary>
public sealed class QuestionException : RootscopeException
{
    /// <summary>Creates the error.</summary>
    /// <param name="faults">The faults, at least one.</param>
    public QuestionException(IReadOnlyList<QuestionFault> faults)
        : base(string.Join(' ', faults.Select(f => f.ToString())))
    {
        Faults = faults;
    }

    /// <summary>What is wrong, option by option.</summary>
    public IReadOnlyList<QuestionFault> Faults { get; }

    /// <summary>All faults in the words of a face.</summary>
    /// <param name="phrase">How the face writes an option.</param>
    public string Told(Func<string, string?, string> phrase) => string.Join(' ', Faults.Select(f => f.Told(phrase)));
}
