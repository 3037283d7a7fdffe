namespace Rootscope.Tables.Aggregation;

/// <summary>One code of a classification, a code of another that it goes to, and the share of it that does.</summary>
/// <param name="From">The code in the table.</param>
/// <param name="To">The code that it becomes, or becomes part of.</param>
/// <param name="Weight">Share of <paramref name="From"/> that goes to <paramref name="To"/>, from 0 to 1; the weights of a code sum to
/// 1.</param>
public sealed record ConcordanceLink(string From, string To, double Weight = 1);

/// <summary>Where part of a code goes: a number of a target and a weight.</summary>
/// <param name="Target">Number of the target, in the order of the list it belongs to.</param>
/// <param name="Weight">Share of the code that goes there.</param>
internal readonly record struct ConcordancePart(int Target, double Weight);
