namespace Rootscope.Answers;

/// <summary>How far an answer is.</summary>
/// <param name="Work">What is counted: cuts, draws, firms, networks or elasticities.</param>
/// <param name="Done">How many are done.</param>
/// <param name="All">How many there are.</param>
public readonly record struct AnswerProgress(string Work, int Done, int All)
{
    internal const string Cuts = "cuts";

    internal const string Draws = "draws";

    internal const string Firms = "firms";

    internal const string Networks = "networks";

    internal const string Elasticities = "elasticities";

    /// <summary>Counts of one kind of work, told as progress of an answer; null where nobody listens.</summary>
    /// <param name="listener">Who listens.</param>
    /// <param name="work">What is counted.</param>
    /// <param name="all">How many there are.</param>
    /// <param name="before">How many were done before the count begins.</param>
    internal static IProgress<int>? Of(IProgress<AnswerProgress>? listener, string work, int all, int before = 0) =>
        listener is null ? null : new Counts(listener, work, all, before);

    private sealed class Counts(IProgress<AnswerProgress> listener, string work, int all, int before) : IProgress<int>
    {
        public void Report(int value) => listener.Report(new AnswerProgress(work, before + value, all));
    }
}
