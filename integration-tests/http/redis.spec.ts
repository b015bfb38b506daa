import { hamonDeliverLettersWorkflow } from "../../src/workflows/sweeps/deliver-letters"
import { goodsBack, ordered, until, withdrawalOf } from "../support/scenes"
import { storeSuite } from "../support/store"

storeSuite(
  "with Redis: events, workflows and locks of several servers",
  (store) => {
    it("one withdrawal goes from order to refund", async () => {
      const { id } = await goodsBack(store, [["THE-60", 1]])
      await store.shop.admin(`/hamon/withdrawals/${id}/refund`, {})
      await until(async () => (await withdrawalOf(store, id)).status === "refunded")
      const mails = await until(async () => {
        const all = await store.mailbox.messages()
        return all.length === 3 ? all : null
      })
      expect(mails.map(({ subject }) => subject.split(" ")[0])).toEqual(["Confirmation", "Nous", "Votre"])
    })

    it("a worker that was stalled and runs again sends no second letter", async () => {
      await ordered(store)
      await store.mailbox.waitFor(({ subject }) => subject.includes("Confirmation"))
      await Promise.all([1, 2, 3].map(() => hamonDeliverLettersWorkflow(store.container).run()))
      expect(await store.mailbox.messages()).toHaveLength(1)
    })

    it("attempts to log in are counted there, for all servers", async () => {
      const logIn = () =>
        fetch(`${store.shop.url}/auth/customer/emailpass`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ email: "claire.martin@client.example", password: "wrong password 1" }),
        }).then(({ status }) => status)
      const statuses = await Promise.all(Array.from({ length: 20 }, logIn))
      // Three at once, and the one whose pause begins with it.
      expect(statuses.filter((status) => status === 401)).toHaveLength(4)
      expect(statuses.filter((status) => status === 429)).toHaveLength(16)
      expect(await store.sql("SELECT * FROM hamon_rate_limit")).toMatchObject({ rows: [] })
    })
  },
  { redis: true },
)
