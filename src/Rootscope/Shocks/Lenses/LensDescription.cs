namespace Rootscope.Shocks.Lenses;

/// <summary>A lens in words for readers, in the two languages of the pages.</summary>
/// <param name="Title">What it is called, with its horizon, such as "Equilibrium (years)".</param>
/// <param name="ChineseTitle">The same in Chinese.</param>
/// <param name="Text">What it does, in a sentence or two with its source.</param>
/// <param name="ChineseText">The same in Chinese.</param>
public sealed record LensDescription(string Title, string ChineseTitle, string Text, string ChineseText);
