/** Sends that wait for their time: they are there to be changed or deleted, and nothing is sent. */
import { type Handlers, type Item, kindOf, success } from "./objects.ts"

const broadcastOf =
  (type: string) =>
  ({ broadcast, schedule, schedule_id: id }: Item): ReadonlyArray<Item> => {
    const time = typeof schedule === "object" && schedule !== null ? Reflect.get(schedule, "time") : undefined
    return broadcast === true
      ? [
          {
            id,
            name: `Scheduled ${type}`,
            type,
            tags: [],
            next_send_time: time,
            schedule_type: "local_time_zones"
          }
        ]
      : []
  }

const scheduled = () =>
  kindOf({
    id: "schedule_id",
    listAt: "scheduled_broadcasts",
    adds: ({ chance }) => ({ dispatch_id: chance.text(32, "0123456789abcdef") })
  })

/** No schedules yet. */
export const schedules = (): Handlers => {
  const [campaigns, canvases, messages] = [scheduled(), scheduled(), scheduled()]
  const broadcasts = () => [
    ...campaigns.all().flatMap(broadcastOf("Campaign")),
    ...canvases.all().flatMap(broadcastOf("Canvas"))
  ]
  return {
    scheduleMessages: messages.create,
    updateScheduledMessages: messages.change,
    deleteScheduledMessages: messages.remove,
    scheduleCampaignTrigger: campaigns.create,
    updateScheduledCampaignTrigger: campaigns.change,
    deleteScheduledCampaignTrigger: campaigns.remove,
    scheduleCanvasTrigger: canvases.create,
    updateScheduledCanvasTrigger: canvases.change,
    deleteScheduledCanvasTrigger: canvases.remove,
    listScheduledBroadcasts: () => success({ scheduled_broadcasts: broadcasts() }, 200)
  }
}
