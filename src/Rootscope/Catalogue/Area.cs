namespace Rootscope.Catalogue;

/// <summary>One of the five areas that technologies belong to: information, energy, matter, space, life.</summary>
/// <param name="Id">Its identifier, such as <c>matter</c>.</param>
/// <param name="Name">English name.</param>
/// <param name="ChineseName">Chinese name.</param>
/// <param name="Definition">What belongs to it, in one sentence.</param>
public sealed record Area(string Id, string Name, string ChineseName, string Definition);
