using Rootscope.Answers.Questions;
using Rootscope.WeakSpots;

namespace Rootscope.Answers.WeakSpots;

/// <summary>What a <see cref="WeakSpotOfOneQuestion"/> comes to.</summary>
/// <param name="Question">The question.</param>
/// <param name="All">The weak spots of the economy.</param>
/// <param name="Spot">The technology among them.</param>
public sealed record WeakSpotOfOneAnswer(WeakSpotOfOneQuestion Question, WeakSpotAnswer All, WeakSpot Spot);
