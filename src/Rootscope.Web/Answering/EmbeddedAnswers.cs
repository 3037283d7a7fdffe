using System.Diagnostics.CodeAnalysis;
using Rootscope.Storage;

namespace Rootscope.Web.Answering;

/// <summary>Answers about embedded tables: the same for every site of a process, which keeps them once.</summary>
internal static class EmbeddedAnswers
{
    /// <summary>The most memory that they take, where the machine has eight times as much. Unit: bytes.</summary>
    private const long MostMemory = 1024L * 1024 * 1024;

    /// <summary>Where their memory is counted.</summary>
    public static AnswerMemory Memory { get; } = new(Math.Min(MostMemory, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 8));

    /// <summary>Whether answers about a table are kept here.</summary>
    public static bool Are(string table) => EmbeddedTables.Names.Contains(table, StringComparer.Ordinal);
}

/// <summary>A cache of the process for answers about embedded tables, and one of a site for those about tables of its workspace.</summary>
/// <typeparam name="TQuestion">What is asked; equal questions have equal answers.</typeparam>
/// <typeparam name="TAnswer">What is computed.</typeparam>
/// <param name="ofEmbedded">The cache of the process.</param>
/// <param name="own">The cache of the site.</param>
/// <param name="tableOf">The name of the table that a question is about.</param>
internal sealed class AnswerCaches<TQuestion, TAnswer>(
    BoundedCache<TQuestion, TAnswer> ofEmbedded,
    BoundedCache<TQuestion, TAnswer> own,
    Func<TQuestion, string> tableOf
)
    where TQuestion : notnull
    where TAnswer : notnull
{
    /// <inheritdoc cref="BoundedCache{TQuestion, TAnswer}.Of"/>
    public TAnswer Of(TQuestion question, Func<TAnswer> compute) => For(question).Of(question, compute);

    /// <inheritdoc cref="BoundedCache{TQuestion, TAnswer}.OfAgain"/>
    public TAnswer OfAgain(TQuestion question, Func<TAnswer> compute) => For(question).OfAgain(question, compute);

    /// <inheritdoc cref="BoundedCache{TQuestion, TAnswer}.Has"/>
    public bool Has(TQuestion question) => For(question).Has(question);

    /// <inheritdoc cref="BoundedCache{TQuestion, TAnswer}.TryOf"/>
    public bool TryOf(TQuestion question, Urgency urgency, Func<TAnswer> compute, [MaybeNullWhen(false)] out TAnswer answer) =>
        For(question).TryOf(question, urgency, compute, out answer);

    private BoundedCache<TQuestion, TAnswer> For(TQuestion question) => EmbeddedAnswers.Are(tableOf(question)) ? ofEmbedded : own;
}
