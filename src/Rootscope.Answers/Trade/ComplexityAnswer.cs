using Rootscope.Answers.Questions;
using Rootscope.Complexity;
using Rootscope.Storage.Formats.Trade;
using Rootscope.Tables.Economies;

namespace Rootscope.Answers.Trade;

/// <summary>What a <see cref="ComplexityQuestion"/> comes to.</summary>
/// <param name="Question">The question.</param>
/// <param name="Exports">The file or set of exports.</param>
/// <param name="Years">What was computed of each year that is asked for, in order.</param>
public sealed record ComplexityAnswer(ComplexityQuestion Question, ExportFile Exports, IReadOnlyList<ComplexityYear> Years)
{
    /// <summary>The rows that are told, year by year.</summary>
    internal IEnumerable<ComplexityLine> Rows =>
        Years.SelectMany(y =>
        {
            IEnumerable<ComplexityLine> asked = ComplexityLine.Of(y, Question.Of).Where(Asks);
            return Question.Top > 0 ? asked.Take(Question.Top) : asked;
        });

    private bool Asks(ComplexityLine line) =>
        (line.Country < 0 || Question.Country is null || EconomyIdentities.AreSame(line.CountryCode, Question.Country))
        && (line.Product < 0 || Question.Product is null || line.ProductCode == Question.Product);
}

/// <summary>Complexity in one year.</summary>
/// <param name="Year">The year; null where the exports have none.</param>
/// <param name="Profile">What was computed.</param>
public sealed record ComplexityYear(int? Year, ComplexityProfile Profile);
