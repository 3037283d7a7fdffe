using Rootscope.Answers.Language;
using Rootscope.Answers.Pictures;

namespace Rootscope.Answers.Briefs;

/// <summary>A brief as it is laid out: headings, text, tables and figures in order, in one language.</summary>
internal sealed record BriefDocument
{
    /// <summary>The language.</summary>
    public required Tongue Tongue { get; init; }

    /// <summary>What it is about.</summary>
    public required string Title { get; init; }

    /// <summary>Year, table and version.</summary>
    public required string Subtitle { get; init; }

    /// <summary>The blocks in order.</summary>
    public required IReadOnlyList<BriefBlock> Blocks { get; init; }
}

/// <summary>A piece of a brief.</summary>
internal abstract record BriefBlock;

/// <summary>A heading.</summary>
internal sealed record BriefHeading(string Text) : BriefBlock;

/// <summary>A paragraph.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsStrong">Whether it is what a reader takes away.</param>
internal sealed record BriefText(string Text, bool IsStrong = false) : BriefBlock;

/// <summary>Points, one below the other.</summary>
internal sealed record BriefList(IReadOnlyList<string> Items) : BriefBlock;

/// <summary>A table.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows, a text a column.</param>
internal sealed record BriefTable(IReadOnlyList<BriefColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : BriefBlock;

/// <summary>A column of a table.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Part">Its part of the width, over the sum of all.</param>
/// <param name="IsNumber">Whether it stands at the right.</param>
internal sealed record BriefColumn(string Heading, double Part, bool IsNumber = false);

/// <summary>A figure, and the same figures as a table for whoever cannot see it.</summary>
/// <param name="Sheet">What is drawn.</param>
/// <param name="Caption">How to read it, with unit, year and source.</param>
/// <param name="Data">The figures.</param>
internal sealed record BriefFigure(Sheet Sheet, string Caption, BriefTable Data) : BriefBlock;

/// <summary>What is set smaller: sources, how to make it again.</summary>
internal sealed record BriefSmall(string Text) : BriefBlock;
